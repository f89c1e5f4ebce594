namespace M2K.Lab.Outlook;

/// <summary>A column and how it shows a record: by built-in name local and text-like, by namespace UTC and byte[] (2.4).</summary>
public sealed class Column : DispObj
{
    private const int LongestText = 255;

    internal Column(Profile profile, string name) : base(profile) => Spelling = name;

    /// <summary>The name as it was added; rows are read by this very text.</summary>
    internal string Spelling { get; }

    public object? Name => Get(() => Spelling);

    internal object? Cell(Profile profile, ItemRecord record)
    {
        if (profile.Faults.EmptiesCell(record.Id, Spelling))
        {
            return null;
        }

        var byNamespace = SchemaNames.IsNamespace(Spelling);
        var value = byNamespace ? ItemSchema.Value(profile, record, Spelling) : BuiltIn.Value(profile, record, Spelling);
        return value switch
        {
            string id when !byNamespace && Spelling.Equals("EntryID", StringComparison.OrdinalIgnoreCase) => TableId(profile, record, id),
            byte[] bytes when IsTableEntryId() => Convert.FromHexString(TableId(profile, record, Convert.ToHexString(bytes))),
            string text when text.Length > LongestText => text[..LongestText],
            _ => value,
        };
    }

    private bool IsTableEntryId() => SchemaNames.Canonical(Spelling) == SchemaNames.Mapi + "proptag/0x0FFF0102";

    private static string TableId(Profile profile, ItemRecord record, string id) =>
        profile.Settings.TableShortTermEntryId && profile.Mailbox.Read().Stores[record.StoreId].Exchange ? EntryIds.Short(id) : id;
}
