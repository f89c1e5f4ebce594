using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>The fields defined for a folder: needed only to filter or sort on a user property.</summary>
public sealed class UserDefinedProperties : DispCollection
{
    private readonly string folderId;

    internal UserDefinedProperties(Profile profile, string folderId) : base(profile) => this.folderId = folderId;

    public object? Add(object? Name, object? Type, [Optional] object? DisplayFormat, [Optional] object? Formula) => Call(() =>
    {
        var made = new UserPropertyRecord(Text(Name), Long(Type), null);
        UserPropertyKind.EnsureName(made.Name);
        UserPropertyKind.EnsureCreatable(made.Type);
        Profile.Mailbox.Change(change =>
        {
            var folder = change.State.Folders[folderId];
            if (folder.ReadOnly)
            {
                throw OutlookError.Denied();
            }

            if (folder.Fields.Any(f => string.Equals(f.Name, made.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw OutlookError.BadArgument("A field named '" + made.Name + "' already exists.");
            }

            change.Put(folder with { Fields = [.. folder.Fields, made] });
        });
        return new UserDefinedProperty(Profile, made);
    });

    public object? Find(object? Name) => Call(() => ByName(Text(Name)));

    public void Remove(object? Index) => Do(() =>
    {
        var n = Long(Index);
        Profile.Mailbox.Change(change =>
        {
            var folder = change.State.Folders[folderId];
            if (n < 1 || n > folder.Fields.Count)
            {
                throw OutlookError.BadIndex();
            }

            change.Put(folder with { Fields = [.. folder.Fields.Where((_, at) => at != n - 1)] });
        });
    });

    private protected override IReadOnlyList<object?> Elements() =>
        [.. Stored().Select(f => new UserDefinedProperty(Profile, f))];

    private protected override object? ByName(string name) =>
        Stored().FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new UserDefinedProperty(Profile, found)
            : null;

    private List<UserPropertyRecord> Stored() =>
        (Profile.Mailbox.Read().Folders.GetValueOrDefault(folderId) ?? throw OutlookError.Missing()).Fields;
}
