namespace M2K.Lab.Outlook;

/// <summary>A change being made under the lock: visible at once in <see cref="State"/>, written as one journal line when it ends.</summary>
internal sealed class MailboxChange(MailboxState state)
{
    public MailboxState State => state;

    public JournalEntry Entry { get; } = new();

    public bool IsEmpty { get; private set; } = true;

    public int Number()
    {
        var next = Math.Max(state.Next, Entry.Next) + 1;
        Entry.Next = next;
        return next;
    }

    public void Put(ItemRecord item) => Add(e => (e.Items ??= []).Add(item));

    public void Put(FolderRecord folder) => Add(e => (e.Folders ??= []).Add(folder));

    public void Put(StoreRecord store) => Add(e => (e.Stores ??= []).Add(store));

    public void DropItem(string id) => Add(e => (e.DroppedItems ??= []).Add(id));

    public void DropFolder(string id) => Add(e => (e.DroppedFolders ??= []).Add(id));

    public void DropStore(string id) => Add(e => (e.DroppedStores ??= []).Add(id));

    public void SetFaults(IEnumerable<FaultRecord> faults) => Add(e => e.Faults = [.. faults]);

    public void SetOpen(IEnumerable<OpenRecord> open) => Add(e => e.Open = [.. open]);

    public void SetCategories(IEnumerable<CategoryRecord> categories) => Add(e => e.Categories = [.. categories]);

    public void SetSettings(Settings settings) => Add(e => e.Settings = settings);

    public void SetClock(DateTime? utc) => Add(e =>
    {
        e.ClockSet = true;
        e.Clock = utc;
    });

    /// <summary>
    /// An entry's puts are applied before its drops, so a change never puts what it has dropped; ids are never used again.
    /// </summary>
    private void Add(Action<JournalEntry> part)
    {
        var one = new JournalEntry { Next = Entry.Next };
        part(one);
        state.Apply(one);
        part(Entry);
        IsEmpty = false;
    }
}
