namespace M2K.Lab.Outlook;

/// <summary>A folder as rows (2.4): one an item or series, taken when the table is made or its cursor reset.</summary>
public sealed class Table : DispObj
{
    private readonly FolderRecord folder;
    private readonly bool hidden;
    private readonly List<Filter> filters = [];
    private readonly Columns columns;
    private string sortBy = "";
    private bool descending;
    private IReadOnlyList<ItemRecord> rows = [];
    private int position;

    internal Table(Profile profile, FolderRecord folder, string filter, bool hidden) : base(profile)
    {
        this.folder = folder;
        this.hidden = hidden;
        columns = new Columns(profile, this, folder, hidden);
        if (filter.Length > 0)
        {
            filters.Add(Filter.Parse(profile, folder, filter));
        }

        Reset();
    }

    public object? Columns => Get(() => columns);

    public object? EndOfTable => Get(() => position >= rows.Count);

    public object? GetRowCount() => Call(() => rows.Count);

    public void MoveToStart() => Do(Reset);

    /// <summary>$null at the end.</summary>
    public object? GetNextRow() => Call(() => position < rows.Count ? new Row(Profile, columns.List, rows[position++]) : null);

    /// <summary>
    /// Up to MaxRows rows as a zero-based two-dimensional array. Documentation and samples disagree whether the first index is the column
    /// or the row: a switch, so ask GetUpperBound.
    /// </summary>
    public object? GetArray(object? MaxRows) => Call(() =>
    {
        var count = Math.Max(0, Math.Min(Long(MaxRows), rows.Count - position));
        var byRow = Settings.TableArrayRowsFirst;
        var cells = byRow ? new object?[count, columns.List.Count] : new object?[columns.List.Count, count];
        for (var r = 0; r < count; r++)
        {
            var record = rows[position++];
            for (var c = 0; c < columns.List.Count; c++)
            {
                cells[byRow ? r : c, byRow ? c : r] = Variant.Out(columns.List[c].Cell(Profile, record));
            }
        }

        return cells;
    });

    public void Sort(object? SortProperty, [System.Runtime.InteropServices.Optional] object? Descending) => Do(() =>
    {
        var name = Text(SortProperty).Trim('[', ']');
        if (BuiltIn.IsBlocked(name) || !BuiltIn.IsKnown(folder.ItemType, name))
        {
            throw OutlookError.BadArgument("The property '" + name + "' cannot be used for sorting.");
        }

        (sortBy, descending) = (name, !Variant.IsMissing(Descending) && Flag(Descending));
        Reset();
    });

    /// <summary>A new table whose filter is added to this one's.</summary>
    public object? Restrict(object? Filter) => Call(() =>
    {
        var narrowed = new Table(Profile, folder, Text(Filter), hidden);
        narrowed.filters.InsertRange(0, filters);
        narrowed.Reset();
        return narrowed;
    });

    public object? FindRow(object? Filter) => Call(() =>
    {
        var filter = M2K.Lab.Outlook.Filter.Parse(Profile, folder, Text(Filter));
        Reset();
        while (position < rows.Count)
        {
            var record = rows[position++];
            if (filter.Accepts(record))
            {
                return new Row(Profile, columns.List, record);
            }
        }

        return null;
    });

    /// <summary>Back to the first row of the folder as it is now.</summary>
    internal void Reset()
    {
        var found = Profile.Mailbox.Read().ItemsOf(folder.Id, hidden).Where(record => filters.TrueForAll(f => f.Accepts(record)));
        found = Settings.ItemsReversed ? found.Reverse() : found;
        if (sortBy.Length > 0)
        {
            found = descending
                ? found.OrderByDescending(r => BuiltIn.Value(Profile, r, sortBy), ItemOrder.Instance)
                : found.OrderBy(r => BuiltIn.Value(Profile, r, sortBy), ItemOrder.Instance);
        }

        (rows, position) = ([.. found], 0);
    }
}
