namespace M2K.Lab.Outlook;

/// <summary>A folder. Default is its OlDefaultFolders number or 0; ItemType is OlItemType; ParentId "" marks a store's root.</summary>
internal sealed record FolderRecord(string Id, string StoreId, string ParentId, string Name)
{
    public int Default { get; init; }
    public int ItemType { get; init; }
    public bool ReadOnly { get; init; }
    public bool StorageItems { get; init; } = true;
    public List<UserPropertyRecord> Fields { get; init; } = [];
}
