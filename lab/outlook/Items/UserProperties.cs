using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>The user properties of one item; changes live in the item until it is saved.</summary>
public sealed class UserProperties : DispCollection
{
    private readonly MessageObject item;

    internal UserProperties(Profile profile, MessageObject item) : base(profile) => this.item = item;

    internal override void EnsureUsable() => item.EnsureUsable();

    /// <summary>AddToFolderFields (default True) also writes the folder's definition, which needs the right to write there.</summary>
    public object? Add(object? Name, object? Type, [Optional] object? AddToFolderFields, [Optional] object? DisplayFormat) => Call(() =>
    {
        var name = Text(Name);
        var type = Long(Type);
        UserPropertyKind.EnsureName(name);
        UserPropertyKind.EnsureCreatable(type);
        var folder = Profile.Mailbox.Read().Folders[item.Record.FolderId];
        if (Settings.UserPropertyTypeClash && folder.Fields.Any(f => Same(f.Name, name) && f.Type != type))
        {
            throw OutlookError.BadArgument("A field named '" + name + "' with a different data type already exists.");
        }

        if (item is not StorageItem && (Variant.IsMissing(AddToFolderFields) || Flag(AddToFolderFields)))
        {
            DefineIn(folder, name, type);
        }

        var there = item.Record.User.FindIndex(u => Same(u.Name, name));
        if (there >= 0 && item.Record.User[there].Type != type)
        {
            throw OutlookError.BadArgument("A field named '" + name + "' with a different data type already exists.");
        }

        if (there < 0)
        {
            item.Record.User.Add(new UserPropertyRecord(name, type, UserPropertyKind.Unset(type)));
            item.Touch();
        }

        return new UserProperty(Profile, item, name);
    });

    /// <summary>$null if there is none of that name.</summary>
    public object? Find(object? Name, [Optional] object? Custom) => Call(() => ByName(Text(Name)));

    public void Remove(object? Index) => Do(() =>
    {
        var n = Long(Index);
        if (n < 1 || n > item.Record.User.Count)
        {
            throw OutlookError.BadIndex();
        }

        item.Record.User.RemoveAt(n - 1);
        item.Touch();
    });

    private protected override IReadOnlyList<object?> Elements() =>
        [.. item.Record.User.Select(u => new UserProperty(Profile, item, u.Name))];

    private protected override object? ByName(string name) =>
        item.Record.User.Find(u => Same(u.Name, name)) is { } found ? new UserProperty(Profile, item, found.Name) : null;

    private void DefineIn(FolderRecord folder, string name, int type)
    {
        if (folder.ReadOnly)
        {
            throw OutlookError.Denied();
        }

        if (!folder.Fields.Any(f => Same(f.Name, name)))
        {
            Profile.Mailbox.Change(change =>
            {
                var now = change.State.Folders[folder.Id];
                change.Put(now with { Fields = [.. now.Fields, new UserPropertyRecord(name, type, null)] });
            });
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
