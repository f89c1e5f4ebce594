namespace M2K.Lab.Outlook;

/// <summary>A master record seen as its occurrences, deleted ones left out and changed ones overlaid.</summary>
internal static class Series
{
    /// <summary>What an exception may override (4.5); everything else is the master's.</summary>
    public static readonly string[] Overridable =
        ["Subject", "Location", "Body", "BusyStatus", "ReminderSet", "ReminderMinutesBeforeStart", "AllDayEvent", "MeetingStatus", "StartUtc", "EndUtc"];

    public static DateTime StartUtc(ItemRecord master, DateTime date, Settings settings) =>
        Zones.ToUtc(date.AddMinutes(master.Pattern!.StartMinute), Zones.Find(master.Text("StartZone")), settings);

    /// <summary>The changed exception of a day, preferred to a deleted one of the same day; null if the day follows the pattern.</summary>
    public static ExceptionRecord? ExceptionOf(ItemRecord master, DateTime date) =>
        master.Exceptions.Where(e => e.Date == date).MinBy(e => e.Deleted);

    /// <summary>Occurrences in the order of their original days.</summary>
    public static IEnumerable<(DateTime Date, DateTime StartUtc, ExceptionRecord? Changed)> Occurrences(ItemRecord master, Settings settings)
    {
        foreach (var date in Expansion.Dates(master.Pattern!, settings.FirstDayOfWeek))
        {
            var exception = ExceptionOf(master, date);
            if (exception is { Deleted: true })
            {
                continue;
            }

            yield return (date, exception?.Bag["StartUtc"] as DateTime? ?? StartUtc(master, date, settings), exception);
        }
    }

    /// <summary>The exception with an id of its own (3.5); null if there is none.</summary>
    public static AppointmentItem? ByExceptionId(Profile profile, MailboxState state, string storeId, string id)
    {
        if (id.Length == 0)
        {
            return null;
        }

        var master = state.Items.Values.FirstOrDefault(i => i.StoreId == storeId && i.Exceptions.Exists(e => e.EntryId == id));
        var changed = master?.Exceptions.Find(e => e.EntryId == id);
        return master is null || changed is not { Deleted: false } ? null : Open(profile, master, changed.Date, changed);
    }

    /// <summary>What an occurrence has attached (3.1): its own; without any of its own its series', or, for an exception where that is set so, none.</summary>
    public static List<AttachmentRecord> FilesOf(ItemRecord master, ExceptionRecord? changed, Settings settings) =>
        changed?.Attachments ?? (changed is null || settings.ExceptionFiles == "series" ? master.Attachments : []);

    /// <summary>The object for one occurrence; the caller has made sure that there is one.</summary>
    public static AppointmentItem Open(Profile profile, ItemRecord master, DateTime date, ExceptionRecord? changed)
    {
        var record = master.Clone();
        var start = StartUtc(master, date, profile.Settings);
        record["StartUtc"] = start;
        record["EndUtc"] = start.AddMinutes(master.Pattern!.Duration);
        record.Attachments = [.. FilesOf(master, changed, profile.Settings)];
        foreach (var (name, value) in changed?.Bag ?? [])
        {
            record[name] = value;
        }

        return new AppointmentItem(profile, record, new Occurrence(date, changed is not null, master.Change, changed?.EntryId ?? ""));
    }
}
