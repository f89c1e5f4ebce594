namespace M2K.Lab.Outlook;

/// <summary>A store. Exchange stores give a moved or deleted item a new EntryID, a PST keeps it (3.5, 8.1).</summary>
internal sealed record StoreRecord(string Id, string Name, bool Exchange, string FilePath)
{
    public bool IsDefault { get; init; }
    public Guid Uid { get; init; }

    /// <summary>Address of the ActiveSync account that fills it; "" for none.</summary>
    public string ActiveSync { get; init; } = "";
}
