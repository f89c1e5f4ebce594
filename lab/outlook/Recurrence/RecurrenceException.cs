namespace M2K.Lab.Outlook;

/// <summary>One exception (Outlook's class Exception). OriginalDate of a deleted one has no time of day (4.5).</summary>
public sealed class RecurrenceException : DispObj
{
    private const string NoLonger =
        "You changed one of the recurrences of this item, and this instance no longer exists. Close any open items and try again.";

    private readonly ItemRecord master;
    private readonly ExceptionRecord stored;

    internal RecurrenceException(Profile profile, ItemRecord master, ExceptionRecord stored) : base(profile)
    {
        this.master = master;
        this.stored = stored;
    }

    internal override string ComName => "Exception";

    public object? Deleted => Get(() => stored.Deleted);

    public object? OriginalDate => Get(() => stored.Deleted
        ? stored.Date
        : Zones.FromUtc(Series.StartUtc(master, stored.Date, Settings), Profile.Zone));

    public object? AppointmentItem => Get(() => stored.Deleted
        ? throw OutlookError.Of(OutlookError.Fail, NoLonger)
        : Series.Open(Profile, master, stored.Date, stored));

    internal static Exception Gone() => OutlookError.Of(OutlookError.Fail, NoLonger);

    internal override void EnsureUsable()
    {
        if (stored.Unreadable)
        {
            throw Gone();
        }
    }
}
