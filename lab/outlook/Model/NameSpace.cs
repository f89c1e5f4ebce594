using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>The MAPI session (1.2). Item ids are looked up in the default store unless a store id is given.</summary>
public sealed class NameSpace : DispObj
{
    internal NameSpace(Profile profile) : base(profile)
    {
    }

    public object? Application => Get(() => Profile.Application);

    public object? Class => Get(() => 1);

    public object? Type => Get(() => "MAPI");

    public object? CurrentProfileName => Get(() => "Outlook");

    public object? CurrentUser => Get(() =>
    {
        Guards.Ask(Settings);
        var name = Profile.Mailbox.Read().DefaultStore.Name;
        return new Recipient(Profile, new RecipientRecord(name, name, 0, true, 0));
    });

    public object? DefaultStore => Get(() => new Store(Profile, Profile.Mailbox.Read().DefaultStore.Id));

    public object? Stores => Get(() => new Stores(Profile));

    public object? Accounts => Get(() => new Accounts(Profile));

    public object? Folders => Get(() => new Folders(Profile, ""));

    public object? Categories => Get(() => new Categories(Profile));

    public object? ExchangeConnectionMode => Get(() => Profile.Mailbox.Read().DefaultStore.Exchange ? 700 : 0);

    public object? Offline => Get(() => false);

    public void Logon([Optional] object? Profile, [Optional] object? Password, [Optional] object? ShowDialog, [Optional] object? NewSession) =>
        Do(() => { });

    public void Logoff() => Do(() => { });

    public object? GetDefaultFolder(object? FolderType) => Call(() => FolderOf(Long(FolderType)));

    public object? GetFolderFromID(object? EntryIDFolder, [Optional] object? EntryIDStore) => Call(() =>
    {
        var folder = Profile.Mailbox.Read().Folders.GetValueOrDefault(EntryIds.Long(Text(EntryIDFolder)));
        return folder is null || (StoreArgument(EntryIDStore) is { } store && store != folder.StoreId)
            ? throw OutlookError.Missing()
            : new Folder(Profile, folder.Id);
    });

    /// <summary>Finds an item in any folder of the store, Deleted Items too: compare Parent.EntryID (1.2).</summary>
    public object? GetItemFromID(object? EntryIDItem, [Optional] object? EntryIDStore) => Call(() =>
    {
        var id = EntryIds.Long(Text(EntryIDItem));
        if (id.Length > 0 && Profile.Faults.Vanishes(id))
        {
            Profile.Mailbox.Change(change => change.DropItem(id));
        }

        var state = Profile.Mailbox.Read();
        var store = StoreArgument(EntryIDStore) ?? state.DefaultStore.Id;
        if (state.Items.GetValueOrDefault(id) is { } item)
        {
            return item.StoreId == store ? ItemFactory.Open(Profile, item) : throw OutlookError.Missing();
        }

        return Series.ByExceptionId(Profile, state, store, id) ?? throw OutlookError.Missing();
    });

    public object? CompareEntryIDs(object? FirstEntryID, object? SecondEntryID) => Call(() =>
        EntryIds.Long(Text(FirstEntryID)) is { Length: > 0 } first && first == EntryIds.Long(Text(SecondEntryID)));

    public object? CreateRecipient(object? RecipientName) => Call(() =>
        new Recipient(Profile, Recipients.Parse(Text(RecipientName))));

    /// <summary>Opens or makes a PST; Type is OlStoreType (1 = default).</summary>
    public void AddStoreEx(object? Store, object? Type) => Do(() =>
    {
        var path = Text(Store);
        _ = Long(Type);
        Profile.Mailbox.Change(change =>
        {
            if (change.State.Stores.Values.Any(s => s.FilePath == path))
            {
                return;
            }

            var entry = new JournalEntry();
            NewMailbox.Add(entry, Path.GetFileNameWithoutExtension(path), exchange: false, path, isDefault: false, Settings.Language);
            entry.Stores!.ForEach(change.Put);
            entry.Folders!.ForEach(change.Put);
        });
    });

    public void AddStore(object? Store) => Do(() => AddStoreEx(Store, 1));

    /// <summary>Takes a store out of the profile; the lab forgets what was in it. The default store cannot be removed.</summary>
    public void RemoveStore(object? Folder) => Do(() =>
    {
        var root = Variant.Object<Folder>(Folder).Stored();
        Profile.Mailbox.Change(change =>
        {
            if (root.ParentId.Length > 0 || change.State.Stores[root.StoreId].IsDefault)
            {
                throw OutlookError.BadArgument("Only the root folder of a store that is not the default can be removed.");
            }

            change.State.Items.Values.Where(i => i.StoreId == root.StoreId).ToList().ForEach(i => change.DropItem(i.Id));
            change.State.Folders.Values.Where(f => f.StoreId == root.StoreId).ToList().ForEach(f => change.DropFolder(f.Id));
            change.DropStore(root.StoreId);
        });
    });

    internal Folder FolderOf(int number)
    {
        var state = Profile.Mailbox.Read();
        return new Folder(Profile, (state.DefaultFolder(state.DefaultStore.Id, number) ?? throw OutlookError.Missing()).Id);
    }

    private string? StoreArgument(object? value) =>
        Variant.IsMissing(value) || value is "" ? null : Text(value).ToUpperInvariant();
}
