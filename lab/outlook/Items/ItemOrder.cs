namespace M2K.Lab.Outlook;

/// <summary>Order of property values for Sort: texts without regard to case, absent values first.</summary>
internal sealed class ItemOrder : IComparer<object?>
{
    public static readonly ItemOrder Instance = new();

    public static object? Key(Profile profile, ItemRecord record, string name) =>
        BuiltIn.IsKnown(1, name) || BuiltIn.IsKnown(2, name)
            ? BuiltIn.Value(profile, record, name)
            : record.User.Find(u => string.Equals(u.Name, name, StringComparison.OrdinalIgnoreCase))?.Value;

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
        (IComparable a, _) when a.GetType() == y.GetType() => a.CompareTo(y),
        _ => 0,
    };
}
