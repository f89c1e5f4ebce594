namespace M2K.Lab.Outlook;

/// <summary>A seeded, empty mailbox: one default store with the folders Outlook makes for every profile.</summary>
public static class NewMailbox
{
    private static readonly (int Number, int ItemType, string English, string Chinese)[] Defaults =
    [
        (3, 0, "Deleted Items", "刪除的郵件"), (4, 0, "Outbox", "寄件匣"), (5, 0, "Sent Items", "寄件備份"), (6, 0, "Inbox", "收件匣"),
        (9, 1, "Calendar", "行事曆"), (10, 2, "Contacts", "連絡人"), (11, 4, "Journal", "日誌"), (12, 5, "Notes", "記事"),
        (13, 3, "Tasks", "工作"), (16, 0, "Drafts", "草稿"), (23, 0, "Junk Email", "垃圾郵件"),
    ];

    /// <summary>Creates the file. Settings is a JSON object of changes to the defaults, "" for none.</summary>
    public static void Create(string path, string owner, bool exchange, string settings)
    {
        var entry = new JournalEntry { Settings = SettingsText.Parse(new Settings(), settings), Next = 100 };
        Zones.Find(entry.Settings.MachineZone);
        Add(entry, owner, exchange, exchange ? "" : path + ".pst", isDefault: true, entry.Settings.Language);
        entry.Categories = [new("Red Category", 1), new("Blue Category", 8)];
        MailboxFile.Create(path, entry);
    }

    /// <summary>Adds a store with its folders to an entry. A PST that is not the default has Deleted Items only.</summary>
    internal static StoreRecord Add(JournalEntry entry, string name, bool exchange, string file, bool isDefault, string language)
    {
        var uid = Guid.NewGuid();
        var store = new StoreRecord(EntryIds.Store(uid), name, exchange, file) { IsDefault = isDefault, Uid = uid };
        (entry.Stores ??= []).Add(store);
        var root = new FolderRecord(EntryIds.Item(store, 1), store.Id, "", name);
        (entry.Folders ??= []).Add(root);
        foreach (var (number, itemType, english, chinese) in Defaults)
        {
            if (isDefault || number == 3)
            {
                var title = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? chinese : english;
                entry.Folders.Add(new FolderRecord(EntryIds.Item(store, number + 1), store.Id, root.Id, title) { Default = number, ItemType = itemType });
            }
        }

        return store;
    }

}
