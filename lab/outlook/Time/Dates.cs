namespace M2K.Lab.Outlook;

/// <summary>The dates Outlook can hold: 1 Apr 1601 to 31 Aug 4500, and 1 Jan 4501 for none (3.2).</summary>
internal static class Dates
{
    private static readonly DateTime First = new(1601, 4, 1);
    private static readonly DateTime Last = new(4500, 9, 1);

    public static DateTime EnsureStorable(DateTime date) =>
        date == Fields.NoDate || (date >= First && date < Last)
            ? date
            : throw OutlookError.BadArgument("The date is outside what Outlook can hold.");

    public static DateTime ToMinute(DateTime date) => new(date.Ticks - (date.Ticks % TimeSpan.TicksPerMinute), date.Kind);

    public static DateTime ToSecond(DateTime date) => new(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), date.Kind);

    public static bool IsMidnight(DateTime date) => date.TimeOfDay == TimeSpan.Zero;

    /// <summary>The resolution at which a modification time is kept; which one is not known (3.6).</summary>
    public static DateTime Stamp(DateTime utc, Settings settings) => settings.ModifiedResolution switch
    {
        "tick" => utc,
        "millisecond" => new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMillisecond), utc.Kind),
        _ => ToSecond(utc),
    };
}
