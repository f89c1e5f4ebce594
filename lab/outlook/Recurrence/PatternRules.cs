namespace M2K.Lab.Outlook;

/// <summary>Defaults of a pattern, and what is checked when a series is saved (4.1 to 4.4).</summary>
internal static class PatternRules
{
    public const int MostOccurrences = 999;

    private static readonly int[] NthMasks = [1, 2, 4, 8, 16, 32, 64, 62, 65, 127];

    /// <summary>The pattern that setting a type gives, derived from the first day: no end, interval 1 (yearly: 12 months).</summary>
    public static PatternRecord Default(int type, DateTime day, int startMinute, int duration) => new()
    {
        Type = type, Interval = type >= 5 ? 12 : 1, StartDate = day, StartMinute = startMinute, Duration = duration,
        DayMask = type is 1 or 3 or 6 ? 1 << (int)day.DayOfWeek : 0,
        DayOfMonth = type is 2 or 5 ? day.Day : 0,
        MonthOfYear = type is 5 or 6 ? day.Month : 0,
        Instance = type is 3 or 6 ? Math.Min(5, ((day.Day - 1) / 7) + 1) : 0,
    };

    /// <summary>The pattern as it is stored; throws where Outlook refuses to save it.</summary>
    public static PatternRecord OnSave(PatternRecord pattern, Settings settings)
    {
        if (pattern.Type is 3 or 6
            && (pattern.Instance is < 1 or > 5 || (settings.NthMasksRestricted && !NthMasks.Contains(pattern.DayMask))))
        {
            throw OutlookError.CannotSave();
        }

        if (!pattern.NoEnd && Expansion.Count(pattern, settings.FirstDayOfWeek, MostOccurrences + 1) is 0 or > MostOccurrences)
        {
            throw OutlookError.BadPattern();
        }

        return settings.MonthlyTwelveReadsYearly && pattern.Type is 2 or 3 && pattern.Interval % 12 == 0
            ? pattern with { Type = pattern.Type == 2 ? 5 : 6, MonthOfYear = First(pattern, settings).Month }
            : pattern;
    }

    /// <summary>Moves start and end of the master to the first occurrence, which is the first match, not the pattern's start (4.4).</summary>
    public static void AnchorTo(ItemRecord master, Settings settings)
    {
        master.Pattern = master.Pattern! with { StartDate = First(master.Pattern, settings) };
        var start = Series.StartUtc(master, master.Pattern.StartDate, settings);
        master["StartUtc"] = start;
        master["EndUtc"] = start.AddMinutes(master.Pattern.Duration);
    }

    private static DateTime First(PatternRecord pattern, Settings settings) =>
        Expansion.Dates(pattern, settings.FirstDayOfWeek).Cast<DateTime?>().FirstOrDefault() ?? throw OutlookError.BadPattern();
}
