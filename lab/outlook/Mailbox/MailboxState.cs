namespace M2K.Lab.Outlook;

/// <summary>What the mailbox file says, in memory. Records are shared: clone before changing.</summary>
internal sealed class MailboxState
{
    public Settings Settings { get; private set; } = new();
    public DateTime? Clock { get; private set; }

    /// <summary>Source of ids and change numbers.</summary>
    public int Next { get; private set; }
    public Dictionary<string, StoreRecord> Stores { get; } = [];
    public Dictionary<string, FolderRecord> Folders { get; } = [];
    public Dictionary<string, ItemRecord> Items { get; } = [];
    public IReadOnlyList<FaultRecord> Faults { get; private set; } = [];
    public IReadOnlyList<OpenRecord> Open { get; private set; } = [];
    public IReadOnlyList<CategoryRecord> Categories { get; private set; } = [];

    public StoreRecord DefaultStore => Stores.Values.First(store => store.IsDefault);

    public FolderRecord Root(string storeId) => Folders.Values.First(f => f.StoreId == storeId && f.ParentId.Length == 0);

    public FolderRecord? DefaultFolder(string storeId, int number) =>
        Folders.Values.FirstOrDefault(f => f.StoreId == storeId && f.Default == number);

    public IReadOnlyList<FolderRecord> Children(string folderId) =>
        [.. Folders.Values.Where(f => f.ParentId == folderId)];

    public IEnumerable<ItemRecord> ItemsOf(string folderId, bool hidden = false) =>
        Items.Values.Where(item => item.FolderId == folderId && item.Hidden == hidden);

    /// <summary>True for the Deleted Items folder of a store and everything below it.</summary>
    public bool IsDeletedItems(string folderId)
    {
        for (var f = Folders.GetValueOrDefault(folderId); f is not null; f = Folders.GetValueOrDefault(f.ParentId))
        {
            if (f.Default == 3)
            {
                return true;
            }
        }

        return false;
    }

    public void Apply(JournalEntry entry)
    {
        Next = Math.Max(Next, entry.Next);
        Settings = entry.Settings ?? Settings;
        Clock = entry.ClockSet ? entry.Clock : Clock;
        Faults = entry.Faults ?? Faults;
        Open = entry.Open ?? Open;
        Categories = entry.Categories ?? Categories;
        entry.Stores?.ForEach(store => Stores[store.Id] = store);
        entry.Folders?.ForEach(folder => Folders[folder.Id] = folder);
        entry.Items?.ForEach(item => Items[item.Id] = item);
        entry.DroppedStores?.ForEach(id => Stores.Remove(id));
        entry.DroppedFolders?.ForEach(id => Folders.Remove(id));
        entry.DroppedItems?.ForEach(id => Items.Remove(id));
    }

    /// <summary>The whole state as one entry, for a compacted file.</summary>
    public JournalEntry Whole() => new()
    {
        Next = Next, Settings = Settings, ClockSet = true, Clock = Clock, Stores = [.. Stores.Values], Folders = [.. Folders.Values],
        Items = [.. Items.Values], Faults = [.. Faults], Open = [.. Open], Categories = [.. Categories],
    };
}
