namespace M2K.Lab.Outlook;

/// <summary>
/// One stored message. Records in a <see cref="MailboxState"/> are never changed in place: take a <see cref="Clone"/>, change that, put it.
/// Dates in <see cref="Bag"/> whose name ends in Utc are UTC, all others are plain local dates.
/// </summary>
internal sealed class ItemRecord
{
    public string Id { get; set; } = "";
    public string StoreId { get; set; } = "";
    public string FolderId { get; set; } = "";
    public int Class { get; set; }
    public string MessageClass { get; set; } = "";

    /// <summary>Moves with every save; a snapshot with another number is stale.</summary>
    public int Change { get; set; }
    public DateTime CreatedUtc { get; set; }
    public DateTime ModifiedUtc { get; set; }
    public bool Hidden { get; set; }
    public Dictionary<string, object?> Bag { get; set; } = [];
    public Dictionary<string, object?> Named { get; set; } = [];
    public List<UserPropertyRecord> User { get; set; } = [];
    public List<RecipientRecord> Recipients { get; set; } = [];
    public List<AttachmentRecord> Attachments { get; set; } = [];
    public PatternRecord? Pattern { get; set; }
    public List<ExceptionRecord> Exceptions { get; set; } = [];

    public object? this[string name]
    {
        get => Bag.GetValueOrDefault(name);
        set => Bag[name] = value;
    }

    public string Text(string name) => Bag.GetValueOrDefault(name) as string ?? "";

    public int Long(string name) => Bag.GetValueOrDefault(name) is int n ? n : 0;

    public bool Flag(string name) => Bag.GetValueOrDefault(name) is true;

    public DateTime? Date(string name) => Bag.GetValueOrDefault(name) as DateTime?;

    public ItemRecord Clone() => new()
    {
        Id = Id, StoreId = StoreId, FolderId = FolderId, Class = Class, MessageClass = MessageClass, Change = Change,
        CreatedUtc = CreatedUtc, ModifiedUtc = ModifiedUtc, Hidden = Hidden, Bag = new(Bag), Named = new(Named),
        User = [.. User], Recipients = [.. Recipients], Attachments = [.. Attachments],
        Pattern = Pattern, Exceptions = [.. Exceptions],
    };
}
