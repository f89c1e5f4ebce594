namespace M2K.Lab.Outlook;

/// <summary>
/// A deleted or changed occurrence. Date is the day of the original occurrence in the series' zone; Bag holds what the
/// changed one overrides (StartUtc and EndUtc always).
/// </summary>
internal sealed record ExceptionRecord(DateTime Date, bool Deleted, Dictionary<string, object?> Bag)
{
    public string EntryId { get; init; } = "";
    public bool Unreadable { get; init; }

    /// <summary>Its own attachments (3.1; ARO flag 0040 of 4.5); null while it overrides none.</summary>
    public List<AttachmentRecord>? Attachments { get; init; }
}
