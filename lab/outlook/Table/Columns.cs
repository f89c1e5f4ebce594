namespace M2K.Lab.Outlook;

/// <summary>The columns of a table. Any change resets the table's cursor; Add is guarded.</summary>
public sealed class Columns : DispCollection
{
    private readonly Table table;
    private readonly FolderRecord folder;
    private readonly List<Column> list;

    internal Columns(Profile profile, Table table, FolderRecord folder, bool hidden) : base(profile)
    {
        this.table = table;
        this.folder = folder;
        string[] own = hidden ? [] : folder.ItemType switch
        {
            1 => ["Start", "End", "IsRecurring"],
            2 => ["FirstName", "LastName", "CompanyName"],
            _ => [],
        };
        list = [.. new[] { "EntryID", "Subject", "CreationTime", "LastModificationTime", "MessageClass" }.Concat(own).Select(n => new Column(profile, n))];
    }

    internal IReadOnlyList<Column> List => list;

    /// <summary>
    /// A built-in English name or a namespace. Computed properties are blocked; a string-named property needs its type suffix, such as
    /// /0x0000001f.
    /// </summary>
    public object? Add(object? Name) => Call(() =>
    {
        Guards.Ask(Settings);
        var name = Text(Name);
        if (BuiltIn.IsBlocked(name))
        {
            throw OutlookError.BadArgument("The property \"" + name + "\" does not support this operation.");
        }

        if (SchemaNames.IsNamespace(name) ? !SchemaNames.IsWellFormed(name) : !BuiltIn.IsKnown(folder.ItemType, name))
        {
            throw OutlookError.UnknownProperty(name);
        }

        if (list.Exists(c => c.Spelling == name))
        {
            throw OutlookError.BadArgument("The column \"" + name + "\" is there already.");
        }

        var made = new Column(Profile, name);
        list.Add(made);
        table.Reset();
        return made;
    });

    public void Remove(object? Index) => Do(() =>
    {
        list.Remove((Column)(Item(Index) ?? throw OutlookError.Missing()));
        table.Reset();
    });

    public void RemoveAll() => Do(() =>
    {
        list.Clear();
        table.Reset();
    });

    /// <summary>An unknown name gives $null, a bad number an error (2.4).</summary>
    public override object? Item(object? Index) => Call(() =>
        Variant.In(Index) is string name ? list.Find(c => c.Spelling == name)
            : Long(Index) is var n && n >= 1 && n <= list.Count ? list[n - 1] : throw OutlookError.BadIndex());

    private protected override IReadOnlyList<object?> Elements() => list;
}
