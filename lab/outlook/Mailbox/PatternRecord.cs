namespace M2K.Lab.Outlook;

/// <summary>
/// A recurrence as stored. Type is OlRecurrenceType; Interval counts days, weeks or months (yearly: months); Count is the number of
/// occurrences of a finite series, else 0; StartMinute is the time of day in the series' zone.
/// </summary>
internal sealed record PatternRecord
{
    public int Type { get; init; } = 1;
    public int Interval { get; init; } = 1;
    public int DayMask { get; init; }
    public int DayOfMonth { get; init; }
    public int MonthOfYear { get; init; }
    public int Instance { get; init; }
    public DateTime StartDate { get; init; }
    public DateTime? EndDate { get; init; }
    public int Count { get; init; }
    public int StartMinute { get; init; }
    public int Duration { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool NoEnd => EndDate is null && Count == 0;
}
