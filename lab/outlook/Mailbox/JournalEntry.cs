namespace M2K.Lab.Outlook;

/// <summary>One committed change of the mailbox: what was put and what was dropped. Absent lists are not written.</summary>
internal sealed class JournalEntry
{
    public int Next { get; set; }
    public Settings? Settings { get; set; }
    public bool ClockSet { get; set; }
    public DateTime? Clock { get; set; }
    public List<StoreRecord>? Stores { get; set; }
    public List<FolderRecord>? Folders { get; set; }
    public List<ItemRecord>? Items { get; set; }
    public List<FaultRecord>? Faults { get; set; }
    public List<OpenRecord>? Open { get; set; }
    public List<CategoryRecord>? Categories { get; set; }
    public List<string>? DroppedStores { get; set; }
    public List<string>? DroppedFolders { get; set; }
    public List<string>? DroppedItems { get; set; }
}
