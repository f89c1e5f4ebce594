using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>Subfolders of one folder, or with parent "" the root folders of the profile (1.5). Names are case-sensitive.</summary>
public sealed class Folders : DispCollection
{
    private readonly string parentId;

    internal Folders(Profile profile, string parentId) : base(profile) => this.parentId = parentId;

    /// <summary>Type: 6, 9, 10, 11, 12, 13 or 16; left out, the parent's type.</summary>
    public object? Add(object? Name, [Optional] object? Type) => Call(() =>
    {
        var name = Text(Name);
        var type = Variant.IsMissing(Type) ? (int?)null : Long(Type);
        if (name.Length == 0 || type is not (null or 6 or 9 or 10 or 11 or 12 or 13 or 16))
        {
            throw OutlookError.BadArgument("Folders.Add: a name, and one of the folder types 6, 9, 10, 11, 12, 13, 16.");
        }

        var made = "";
        Profile.Mailbox.Change(change =>
        {
            var parent = change.State.Folders.GetValueOrDefault(parentId) ?? throw OutlookError.Missing();
            FolderNames.EnsureFree(Settings, change.State, parent.Id, name);
            made = EntryIds.Item(change.State.Stores[parent.StoreId], change.Number());
            change.Put(new FolderRecord(made, parent.StoreId, parent.Id, name) { ItemType = ItemTypeOf(type) ?? parent.ItemType });
        });
        return new Folder(Profile, made);
    });

    public void Remove(object? Index) => Do(() => ((Folder)Item(Index)!).Delete());

    private protected override IReadOnlyList<object?> Elements() => [.. Stored().Select(f => new Folder(Profile, f.Id))];

    private protected override object? ByName(string name) =>
        Stored().FirstOrDefault(f => f.Name == name) is { } folder ? new Folder(Profile, folder.Id) : null;

    private IReadOnlyList<FolderRecord> Stored() => Profile.Mailbox.Read().Children(parentId);

    private static int? ItemTypeOf(int? folderType) => folderType switch
    {
        null => null,
        9 => 1,
        10 => 2,
        11 => 4,
        12 => 5,
        13 => 3,
        _ => 0,
    };
}
