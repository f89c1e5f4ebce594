namespace M2K.Lab.Outlook;

/// <summary>
/// The pattern of a series, edited in the item it was asked from and stored with it (4.1). An object from before ClearRecurrencePattern
/// or from another fetch of the item is stale.
/// </summary>
public sealed class RecurrencePattern : DispObj
{
    private const int NotFoundMember = unchecked((int)0x80020003);

    private readonly AppointmentItem item;
    private readonly int generation;

    internal RecurrencePattern(Profile profile, AppointmentItem item) : base(profile)
    {
        this.item = item;
        generation = item.PatternGeneration;
    }

    public object? Parent => Get(() => item);

    /// <summary>0 daily, 1 weekly, 2 monthly, 3 monthly nth, 5 yearly, 6 yearly nth. Set first: it resets the rest.</summary>
    public object? RecurrenceType
    {
        get => Get(() => Pattern.Type);
        set => Set(() =>
        {
            var type = Long(value) is 0 or 1 or 2 or 3 or 5 or 6 ? Long(value) : throw OutlookError.BadArgument("RecurrenceType is 0, 1, 2, 3, 5 or 6.");
            var fresh = PatternRules.Default(type, Pattern.StartDate, Pattern.StartMinute, Pattern.Duration);
            Edit(Settings.PatternTypeResets ? fresh : fresh with { EndDate = Pattern.EndDate, Count = Pattern.Count });
        });
    }

    /// <summary>Days, weeks or months; yearly patterns count months and take multiples of 12 only (4.2).</summary>
    public object? Interval
    {
        get => Get(() => Pattern.Interval);
        set => Set(() =>
        {
            var interval = Long(value);
            if (interval == 0)
            {
                throw OutlookError.Of(NotFoundMember, "Member not found.");
            }

            var most = Pattern.Type switch { 0 => 999, >= 5 => 1188, _ => 99 };
            Edit(interval >= 1 && interval <= most && (Pattern.Type < 5 || interval % 12 == 0)
                ? Pattern with { Interval = interval }
                : throw OutlookError.BadPattern());
        });
    }

    /// <summary>Su 1, Mo 2, Tu 4, We 8, Th 16, Fr 32, Sa 64.</summary>
    public object? DayOfWeekMask
    {
        get => Get(() => Pattern.DayMask);
        set => Set(() => Edit(Pattern with { DayMask = Valid(Long(value), 1, 127, 1, 3, 6) }));
    }

    public object? DayOfMonth
    {
        get => Get(() => Pattern.DayOfMonth);
        set => Set(() => Edit(Pattern with { DayOfMonth = Valid(Long(value), 1, 31, 2, 5) }));
    }

    public object? MonthOfYear
    {
        get => Get(() => Pattern.MonthOfYear);
        set => Set(() => Edit(Pattern with { MonthOfYear = Valid(Long(value), 1, 12, 5, 6) }));
    }

    /// <summary>1 to 4, 5 = last; more fails when the item is saved.</summary>
    public object? Instance
    {
        get => Get(() => Pattern.Instance);
        set => Set(() => Edit(Pattern with { Instance = Valid(Long(value), 1, int.MaxValue, 3, 6) }));
    }

    public object? PatternStartDate
    {
        get => Get(() => Pattern.StartDate);
        set => Set(() => Edit(Pattern with { StartDate = Dates.EnsureStorable(Date(value)).Date }));
    }

    /// <summary>Of a counted series, the day of its last occurrence; without an end a meaningless far day (4.3).</summary>
    public object? PatternEndDate
    {
        get => Get(() => Pattern.EndDate ?? Expansion.Last(Pattern, Settings.FirstDayOfWeek)
            ?? DateTime.Parse(Settings.NoEndPatternEnd, System.Globalization.CultureInfo.InvariantCulture));
        set => Set(() =>
        {
            var end = Dates.EnsureStorable(Date(value)).Date;
            EditEnd(end >= Pattern.StartDate ? Pattern with { EndDate = end, Count = 0 } : throw OutlookError.BadPattern());
        });
    }

    public object? NoEndDate
    {
        get => Get(() => Pattern.NoEnd);
        set => Set(() =>
        {
            if (Flag(value))
            {
                EditEnd(Pattern with { EndDate = null, Count = 0 });
            }
            else if (Pattern.NoEnd)
            {
                EditEnd(Pattern with { Count = 10 });
            }
        });
    }

    /// <summary>Of a series ended by date, the computed count; without an end 0.</summary>
    public object? Occurrences
    {
        get => Get(() => Pattern.NoEnd ? 0 : Expansion.Count(Pattern, Settings.FirstDayOfWeek, PatternRules.MostOccurrences + 1));
        set => Set(() => EditEnd(Pattern with { EndDate = null, Count = Valid(Long(value), 1, PatternRules.MostOccurrences, Pattern.Type) }));
    }

    /// <summary>Time of day in the series' zone.</summary>
    public object? StartTime
    {
        get => Get(() => Fields.NoDate.Date.AddMinutes(Pattern.StartMinute));
        set => Set(() => Edit(Pattern with { StartMinute = (int)Date(value).TimeOfDay.TotalMinutes }));
    }

    /// <summary>Linked to Duration; earlier than StartTime means the next day.</summary>
    public object? EndTime
    {
        get => Get(() => Fields.NoDate.Date.AddMinutes((Pattern.StartMinute + Pattern.Duration) % 1440));
        set => Set(() => Edit(Pattern with { Duration = ((int)Date(value).TimeOfDay.TotalMinutes - Pattern.StartMinute + 1440) % 1440 }));
    }

    /// <summary>Minutes.</summary>
    public object? Duration
    {
        get => Get(() => Pattern.Duration);
        set => Set(() => Edit(Pattern with { Duration = Valid(Long(value), 0, 60 * 24 * 365, Pattern.Type) }));
    }

    /// <summary>Of tasks only.</summary>
    public object? Regenerate => Get(() => false);

    public object? Exceptions => Get(() => new RecurrenceExceptions(Profile, item));

    /// <summary>
    /// The occurrence that starts at this local time now, wherever it was at first. The item must have been saved (4.6).
    /// </summary>
    public object? GetOccurrence(object? StartDate) => Call(() => OccurrenceFinder.Find(item, Date(StartDate)));

    internal override void EnsureUsable()
    {
        item.EnsureUsable();
        if (generation != item.PatternGeneration || item.Record.Pattern is null)
        {
            throw OutlookError.Of(OutlookError.Fail, "The recurrence pattern is no longer valid: get it again from the item.");
        }
    }

    private PatternRecord Pattern => item.Record.Pattern!;

    private int Valid(int value, int least, int most, params int[] types) =>
        value >= least && value <= most && types.Contains(Pattern.Type) ? value : throw OutlookError.BadPattern();

    private void Edit(PatternRecord changed)
    {
        if (changed != Pattern && Settings.PatternEditDropsExceptions)
        {
            item.Record.Exceptions.Clear();
        }

        EditEnd(changed);
    }

    /// <summary>A new end keeps the exceptions that still lie inside.</summary>
    private void EditEnd(PatternRecord changed)
    {
        if (changed != Pattern)
        {
            item.Record.Pattern = changed;
            var last = Expansion.Last(changed, Settings.FirstDayOfWeek);
            item.Record.Exceptions.RemoveAll(e => last is { } day && e.Date > day);
            item.Touch();
        }
    }
}
