using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>One row. Item takes the number of a column (1-based) or the text it was added with.</summary>
public sealed class Row : DispObj
{
    private readonly IReadOnlyList<Column> columns;
    private readonly object?[] cells;

    internal Row(Profile profile, IReadOnlyList<Column> columns, ItemRecord record) : base(profile)
    {
        this.columns = [.. columns];
        cells = [.. columns.Select(column => column.Cell(profile, record))];
    }

    [DispId(0)]
    public object? Item(object? Index) => Call(() => cells[At(Index)]);

    public object? GetValues() => Call(() => cells.ToArray());

    public object? BinaryToString(object? Index) => Call(() =>
        Convert.ToHexString(cells[At(Index)] as byte[] ?? throw OutlookError.Mismatch("a binary column", cells[At(Index)])));

    public object? UTCToLocalTime(object? Index) => Call(() => Zones.FromUtc(Date(cells[At(Index)]), Profile.Zone));

    public object? LocalTimeToUTC(object? Index) => Call(() => Zones.ToUtc(Date(cells[At(Index)]), Profile.Zone, Settings));

    private int At(object? index)
    {
        var at = Variant.In(index) is string name
            ? columns.ToList().FindIndex(c => c.Spelling == name)
            : Long(index) - 1;
        return at >= 0 && at < cells.Length ? at : throw OutlookError.BadIndex();
    }
}
