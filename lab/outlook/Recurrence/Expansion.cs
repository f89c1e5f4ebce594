namespace M2K.Lab.Outlook;

/// <summary>
/// The dates of a pattern, by Outlook's rules: the first is the first match on or after the pattern's start, days past a month's
/// end fall on its last day, and the count is the pattern's, whatever was deleted (4.3, 4.4).
/// </summary>
internal static class Expansion
{
    private static readonly DateTime Horizon = new(4500, 8, 31);

    /// <summary>All dates, in order; endless for a pattern without an end.</summary>
    public static IEnumerable<DateTime> Dates(PatternRecord pattern, int firstDayOfWeek)
    {
        var dates = Endless(pattern, firstDayOfWeek).TakeWhile(date => date <= Horizon);
        return pattern.Count > 0 ? dates.Take(pattern.Count)
            : pattern.EndDate is { } end ? dates.TakeWhile(date => date <= end)
            : dates;
    }

    /// <summary>Number of occurrences of a finite pattern, counted no further than <paramref name="limit"/>.</summary>
    public static int Count(PatternRecord pattern, int firstDayOfWeek, int limit) =>
        pattern.Count > 0 ? pattern.Count : Dates(pattern, firstDayOfWeek).Take(limit).Count();

    public static DateTime? Last(PatternRecord pattern, int firstDayOfWeek) =>
        pattern.NoEnd ? null : Dates(pattern, firstDayOfWeek).Select(date => (DateTime?)date).LastOrDefault();

    /// <summary>True if the date is one of the pattern's; looks no further than the date.</summary>
    public static bool Contains(PatternRecord pattern, int firstDayOfWeek, DateTime date) =>
        Dates(pattern, firstDayOfWeek).TakeWhile(d => d <= date).Any(d => d == date);

    private static IEnumerable<DateTime> Endless(PatternRecord p, int firstDayOfWeek) => p.Type switch
    {
        0 => Every(p.StartDate, Math.Max(1, p.Interval)),
        1 => Weeks(p, firstDayOfWeek),
        2 => Months(p, month => Clamped(month, p.DayOfMonth), _ => true),
        3 => Months(p, month => Nth(month, p.DayMask, p.Instance), _ => true),
        5 => Months(p, month => Clamped(month, p.DayOfMonth), month => month.Month == p.MonthOfYear),
        6 => Months(p, month => Nth(month, p.DayMask, p.Instance), month => month.Month == p.MonthOfYear),
        _ => throw OutlookError.BadPattern(),
    };

    private static IEnumerable<DateTime> Every(DateTime start, int days)
    {
        for (var date = start; ; date = date.AddDays(days))
        {
            yield return date;
        }
    }

    /// <summary>Weeks are counted from the one of the first match, and begin on the user's first day of the week (4.1).</summary>
    private static IEnumerable<DateTime> Weeks(PatternRecord p, int firstDayOfWeek)
    {
        var first = Every(p.StartDate, 1).Take(7).Where(date => InMask(date, p.DayMask)).Cast<DateTime?>().FirstOrDefault();
        if (first is null)
        {
            yield break;
        }

        var week = first.Value.AddDays(-(((int)first.Value.DayOfWeek - firstDayOfWeek + 7) % 7));
        for (; ; week = week.AddDays(7 * Math.Max(1, p.Interval)))
        {
            for (var day = 0; day < 7; day++)
            {
                var date = week.AddDays(day);
                if (date >= first && InMask(date, p.DayMask))
                {
                    yield return date;
                }
            }
        }
    }

    private static IEnumerable<DateTime> Months(PatternRecord p, Func<DateTime, DateTime?> day, Func<DateTime, bool> allowed)
    {
        var month = new DateTime(p.StartDate.Year, p.StartDate.Month, 1);
        for (var tries = 0; !allowed(month) || day(month) is not { } first || first < p.StartDate; tries++)
        {
            if (tries > 60)
            {
                yield break;
            }

            month = month.AddMonths(1);
        }

        for (; ; month = month.AddMonths(Math.Max(1, p.Interval)))
        {
            if (day(month) is { } date)
            {
                yield return date;
            }
        }
    }

    private static DateTime? Clamped(DateTime month, int day) =>
        month.AddDays(Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);

    private static DateTime? Nth(DateTime month, int mask, int instance)
    {
        var matches = Every(month, 1).Take(DateTime.DaysInMonth(month.Year, month.Month)).Where(date => InMask(date, mask)).ToList();
        return matches.Count == 0 ? null : instance >= 5 ? matches[^1] : matches.Count >= instance ? matches[instance - 1] : null;
    }

    private static bool InMask(DateTime date, int mask) => (mask & (1 << (int)date.DayOfWeek)) != 0;
}
