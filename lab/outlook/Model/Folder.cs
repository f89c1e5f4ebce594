using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>A folder (1.5). Holds only its id: every read sees the mailbox as it is now.</summary>
public sealed class Folder : DispObj
{
    private readonly string id;

    internal Folder(Profile profile, string id) : base(profile) => this.id = id;

    internal override string ComName => "Folder";

    public object? Application => Get(() => Profile.Application);

    public object? Session => Get(() => Profile.Application.NameSpace);

    public object? Class => Get(() => 2);

    [DispId(0)]
    public object? Name
    {
        get => Get(() => Stored().Name);
        set => Set(() => Rename(Text(value)));
    }

    public object? EntryID => Get(() => Stored().Id);

    public object? StoreID => Get(() => Stored().StoreId);

    public object? DefaultItemType => Get(() => Stored().ItemType);

    public object? DefaultMessageClass => Get(() => ItemFactory.MessageClassOf(Stored().ItemType));

    public object? FolderPath => Get(() => PathOf(Stored()));

    public object? Parent => Get(() =>
        Stored().ParentId is { Length: > 0 } parent ? new Folder(Profile, parent) : Profile.Application.NameSpace);

    public object? Store => Get(() => new Store(Profile, Stored().StoreId));

    public object? Folders => Get(() => new Folders(Profile, Stored().Id));

    /// <summary>A new Items at every read: sort and filter belong to that object.</summary>
    public object? Items => Get(() => new Items(Profile, Stored().Id));

    public object? UserDefinedProperties => Get(() => new UserDefinedProperties(Profile, Stored().Id));

    public object? PropertyAccessor => Get(() =>
    {
        Guards.Ask(Settings);
        return new PropertyAccessor(Profile, new FolderProperties(Profile, Stored().Id));
    });

    public object? GetTable([Optional] object? Filter, [Optional] object? TableContents) => Call(() =>
        new Table(Profile, Stored(), Variant.IsMissing(Filter) ? "" : Text(Filter), !Variant.IsMissing(TableContents) && Long(TableContents) == 1));

    /// <summary>Hidden item: StorageIdentifierType 0 subject, 1 EntryID, 2 message class. Made (unsaved) if not found by 0 or 2 (2.7).</summary>
    public object? GetStorage(object? StorageIdentifier, object? StorageIdentifierType) => Call(() =>
        StorageItem.Open(Profile, Stored(), Text(StorageIdentifier), Long(StorageIdentifierType)));

    /// <summary>Moves the folder with its items to Deleted Items; from there it goes for good. Default folders refuse.</summary>
    public void Delete() => Do(() => FolderMoves.Delete(Profile, Stored()));

    public void Display() => Do(() => { });

    internal FolderRecord Stored() =>
        Profile.Mailbox.Read().Folders.GetValueOrDefault(id) ?? throw OutlookError.Missing();

    private void Rename(string name) => Profile.Mailbox.Change(change =>
    {
        var stored = change.State.Folders.GetValueOrDefault(id) ?? throw OutlookError.Missing();
        if (name.Length == 0 || stored.Default != 0 || stored.ReadOnly)
        {
            throw OutlookError.Denied();
        }

        if (name != stored.Name)
        {
            if (!string.Equals(name, stored.Name, StringComparison.OrdinalIgnoreCase))
            {
                FolderNames.EnsureFree(Settings, change.State, stored.ParentId, name);
            }

            change.Put(stored with { Name = name });
        }
    });

    private string PathOf(FolderRecord folder)
    {
        var folders = Profile.Mailbox.Read().Folders;
        return folder.ParentId.Length == 0 ? @"\\" + folder.Name : PathOf(folders[folder.ParentId]) + @"\" + folder.Name;
    }
}
