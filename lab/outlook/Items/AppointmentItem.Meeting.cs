using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>Meetings (3.4, 8.3): recipients are stored and never written to; Send and Respond fail loudly and are counted.</summary>
public sealed partial class AppointmentItem
{
    private static readonly int[] MeetingStates = [0, 1, 3, 5, 7];

    /// <summary>0 no meeting, 1 organiser's, 3 received, 5 cancelled, 7 received and cancelled.</summary>
    public object? MeetingStatus
    {
        get => Read();
        set => Set(() =>
        {
            var status = Long(value);
            Put("MeetingStatus", MeetingStates.Contains(status) ? status : throw OutlookError.BadArgument("MeetingStatus is 0, 1, 3, 5 or 7."));
        });
    }

    public object? ResponseStatus => Get(() => Record.Long("MeetingStatus") switch
    {
        0 => 0,
        1 or 5 => 1,
        _ => Record.Bag.GetValueOrDefault("ResponseStatus", 5),
    });

    public object? ResponseRequested { get => Read(); set => Write(value); }

    public object? ForceUpdateToAllAttendees { get => Read(); set => Write(value); }

    public object? Recipients => Get(() => new Recipients(Profile, this));

    public object? Organizer => Get(() =>
    {
        Guards.Ask(Settings);
        return Record["OrganizerName"] ?? Profile.Mailbox.Read().DefaultStore.Name;
    });

    public object? RequiredAttendees => Get(() => Attendees(1));

    public object? OptionalAttendees => Get(() => Attendees(2));

    public object? Resources => Get(() => Attendees(3));

    /// <summary>$null on an item that is no meeting (2010 and later).</summary>
    [Since(14)]
    public object? GetOrganizer() => Call(() => Record.Long("MeetingStatus") == 0
        ? null
        : new AddressEntry(Profile, new RecipientRecord(
            Record.Text("OrganizerName"), Record["OrganizerAddress"] as string ?? Profile.Mailbox.Read().DefaultStore.Name, 0, true, 0)));

    public void Send() => Do(() => Sending.Refuse(Profile, "AppointmentItem.Send"));

    public object? Respond(object? Response, [Optional] object? NoUI, [Optional] object? AdditionalTextDialog) => Call(() =>
    {
        Sending.Refuse(Profile, "AppointmentItem.Respond");
        return null;
    });

    private object Attendees(int type)
    {
        Guards.Ask(Settings);
        return string.Join("; ", Record.Recipients.Where(r => r.Type == type).Select(r => r.Name));
    }
}
