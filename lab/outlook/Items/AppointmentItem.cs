namespace M2K.Lab.Outlook;

/// <summary>An appointment, a series' master or one of its occurrences (3). Times, recurrence and meeting parts are in files of their own.</summary>
public sealed partial class AppointmentItem : OutlookItem
{
    internal AppointmentItem(Profile profile, ItemRecord record, Occurrence? occurrence) : base(profile, record) => this.occurrence = occurrence;

    public object? Location { get => Read(); set => Write(value); }

    /// <summary>0 free, 1 tentative, 2 busy, 3 out of office, 4 working elsewhere.</summary>
    /// <summary>4, working elsewhere, is of 2013; an older Outlook shows it as free (1.6, 3.1).</summary>
    public object? BusyStatus
    {
        get => Get(() => FieldValue(nameof(BusyStatus)) is int status && status > MostBusy ? 0 : FieldValue(nameof(BusyStatus)));
        set => WriteLong(value, 0, MostBusy);
    }

    private int MostBusy => Settings.Major < 15 ? 3 : 4;

    /// <summary>Setting True alone gives the default minutes.</summary>
    public object? ReminderSet { get => Read(); set => Write(value); }

    public object? ReminderMinutesBeforeStart
    {
        get => Get(() => Record.Bag.GetValueOrDefault("ReminderMinutesBeforeStart", Settings.DefaultReminderMinutes));
        set => WriteLong(value, 0, 2_000_000);
    }

    public object? ReminderOverrideDefault { get => Read(); set => Write(value); }

    public object? ReminderPlaySound { get => Read(); set => Write(value); }

    public object? ReminderSoundFile { get => Read(); set => Write(value); }

    public object? NoAging { get => Read(); set => Write(value); }

    public object? UnRead { get => Read(); set => Write(value); }

    /// <summary>Hex of the GlobalObjectId; "" until the item is saved (3.5).</summary>
    public object? GlobalAppointmentID => Get(() => Record["GlobalId"] is byte[] id ? Convert.ToHexString(OccurrenceId(id)) : "");

    internal override void Begin()
    {
        BeginTimes();
        if (Settings.DefaultReminder)
        {
            Record["ReminderSet"] = true;
            Record["ReminderMinutesBeforeStart"] = Settings.DefaultReminderMinutes;
        }

        base.Begin();
    }

    private protected override void Prepare(ItemRecord next, MailboxChange change)
    {
        if (next["StartUtc"] is null || next["EndUtc"] is null)
        {
            throw OutlookError.Of(OutlookError.Fail, "You must specify a time.");
        }

        next["GlobalId"] ??= GlobalObjectId.Make(Profile.Clock.UtcNow);
        next["SearchKey"] ??= Guid.NewGuid().ToByteArray();
        if (next.Pattern is { } pattern)
        {
            next.Pattern = PatternRules.OnSave(pattern, Settings);
            PatternRules.AnchorTo(next, Settings);
        }
    }
}
