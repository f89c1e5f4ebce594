using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>
/// The items of a folder, possibly filtered and sorted (2.1). Live: it lists anew at every access, in no promised order unless
/// sorted. With IncludeRecurrences (sorted by Start) series are expanded, endless ones without an end.
/// </summary>
public sealed class Items : DispCollection
{
    private readonly string folderId;
    private readonly IReadOnlyList<Filter> filters;
    private string sortBy = "";
    private bool descending;
    private bool recurrences;
    private IEnumerator<OutlookItem>? cursor;
    private IEnumerator<OutlookItem>? finding;

    internal Items(Profile profile, string folderId) : this(profile, folderId, [])
    {
    }

    private Items(Profile profile, string folderId, IReadOnlyList<Filter> filters) : base(profile)
    {
        this.folderId = folderId;
        this.filters = filters;
    }

    /// <summary>With IncludeRecurrences undefined: 2147483647 (KB230120).</summary>
    public override object? Count => Get(() => Expands ? int.MaxValue : Elements().Count);

    public object? IncludeRecurrences
    {
        get => Get(() => recurrences);
        set => Set(() => recurrences = Flag(value));
    }

    private bool Expands => recurrences && !descending && sortBy.Equals("Start", StringComparison.OrdinalIgnoreCase);

    /// <summary>Type is an OlItemType or a message class; left out, the folder's type. The item is unsaved.</summary>
    public object? Add([Optional] object? Type) => Call(() =>
    {
        var folder = Stored();
        return ItemFactory.New(Profile, folder, Variant.In(Type) switch
        {
            string messageClass => messageClass,
            var type when Variant.IsMissing(type) => ItemFactory.MessageClassOf(folder.ItemType),
            var type => ItemFactory.MessageClassOf(Long(type)),
        });
    });

    public void Remove(object? Index) => Do(() => ((OutlookItem)Item(Index)!).Delete());

    public void Sort(object? Property, [Optional] object? Descending) => Do(() =>
    {
        var name = Text(Property).Trim('[', ']');
        if (BuiltIn.IsBlocked(name) || name.Equals("Categories", StringComparison.OrdinalIgnoreCase) || !IsField(name))
        {
            throw OutlookError.BadArgument("The property '" + name + "' cannot be used for sorting.");
        }

        (sortBy, descending) = (name, !Variant.IsMissing(Descending) && Flag(Descending));
        cursor = null;
    });

    public object? Restrict(object? Filter) => Call(() =>
        new Items(Profile, folderId, [.. filters, M2K.Lab.Outlook.Filter.Parse(Profile, Stored(), Text(Filter))])
        {
            sortBy = sortBy, descending = descending,
            recurrences = recurrences || (Settings.SortedRestrictExpands && sortBy.Equals("Start", StringComparison.OrdinalIgnoreCase)),
        });

    public object? Find(object? Filter) => Call(() =>
    {
        finding = ((Items)Restrict(Filter)!).Walk().GetEnumerator();
        return Step(finding);
    });

    public object? FindNext() => Call(() => finding is null ? throw OutlookError.BadArgument("Call Find first.") : Step(finding));

    public object? GetFirst() => Call(() => Step(cursor = Walk().GetEnumerator()));

    public object? GetNext() => Call(() => Step(cursor ??= Walk().GetEnumerator()));

    public object? GetLast() => Call(() => Expands ? null : Elements().LastOrDefault());

    public void ResetColumns() => Do(() => { });

    /// <summary>The cached read-only view is not built: the lab says so rather than pretend.</summary>
    public void SetColumns(object? Columns) => Do(() => throw OutlookError.Of(OutlookError.NoSupport, "lab/outlook has no SetColumns: use GetTable."));

    private protected override IReadOnlyList<object?> Elements() => Expands
        ? throw OutlookError.Of(OutlookError.OperationFailed, "With IncludeRecurrences walk by GetFirst and GetNext: the collection may be infinite.")
        : [.. Walk()];

    private protected override object? ByName(string name) =>
        Walk().FirstOrDefault(item => item.Record.Text(item.Record.Class == 40 ? "FullName" : "Subject") == name);

    private IEnumerable<OutlookItem> Walk()
    {
        var records = Profile.Mailbox.Read().ItemsOf(folderId);
        records = Settings.ItemsReversed ? records.Reverse() : records;
        if (Expands)
        {
            return SeriesWalk.ByStart(Profile, records, item => filters.All(f => f.Accepts(item)));
        }

        var kept = records.Where(record => filters.All(f => f.Accepts(record)));
        return Sorted(kept).Select(record => ItemFactory.Open(Profile, record));
    }

    private IEnumerable<ItemRecord> Sorted(IEnumerable<ItemRecord> records)
    {
        if (sortBy.Length == 0)
        {
            return records;
        }

        var keyed = records.Select(record => (record, key: ItemOrder.Key(Profile, record, sortBy)));
        return (descending ? keyed.OrderByDescending(k => k.key, ItemOrder.Instance) : keyed.OrderBy(k => k.key, ItemOrder.Instance)).Select(k => k.record);
    }

    private bool IsField(string name)
    {
        var folder = Stored();
        return BuiltIn.IsKnown(folder.ItemType, name) || folder.Fields.Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    private FolderRecord Stored() => Profile.Mailbox.Read().Folders.GetValueOrDefault(folderId) ?? throw OutlookError.Missing();

    private static OutlookItem? Step(IEnumerator<OutlookItem> walk) => walk.MoveNext() ? walk.Current : null;
}
