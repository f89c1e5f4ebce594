namespace M2K.Lab.Outlook;

/// <summary>
/// Hex ids of Outlook's shapes: 70 bytes in an Exchange store, 24 in a PST. An Exchange table may show the short-term
/// form of an item's id (2.4): other text, same item.
/// </summary>
internal static class EntryIds
{
    private const string ShortTerm = "EF";

    public static string Store(Guid uid) =>
        "0000000038A1BB1005E5101AA1BB08002B2A56C20000454D534D44422E444C4C00000000" + uid.ToString("N").ToUpperInvariant();

    public static string Item(StoreRecord store, int number)
    {
        var uid = store.Uid.ToString("N").ToUpperInvariant();
        return store.Exchange
            ? "00000000" + uid + "0700" + uid + number.ToString("X12") + "0000" + uid + number.ToString("X12") + "0000"
            : "00000000" + uid + number.ToString("X8");
    }

    public static string Short(string id) => ShortTerm + id[2..];

    /// <summary>The long-term form of either; "" for text that is no entry id.</summary>
    public static string Long(string id)
    {
        if (id.Length < 16 || id.Length % 2 != 0 || !id.All(Uri.IsHexDigit))
        {
            return "";
        }

        var upper = id.ToUpperInvariant();
        return upper.StartsWith(ShortTerm, StringComparison.Ordinal) ? "00" + upper[2..] : upper;
    }
}
