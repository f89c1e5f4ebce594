namespace M2K.Lab.Outlook;

/// <summary>The span that Restrict matches a series by when it is not expanded: first start to last end (PidLidClipStart, ClipEnd).</summary>
internal static class SeriesSpan
{
    private static readonly DateTime Endless = new(4500, 8, 31, 23, 59, 0);

    public static DateTime? EndUtc(Profile profile, ItemRecord record)
    {
        if (record.Pattern is not { } pattern)
        {
            return record.Date("EndUtc");
        }

        return Expansion.Last(pattern, profile.Settings.FirstDayOfWeek) is { } last
            ? Series.StartUtc(record, last, profile.Settings).AddMinutes(pattern.Duration)
            : Endless;
    }
}
