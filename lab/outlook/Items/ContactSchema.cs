namespace M2K.Lab.Outlook;

/// <summary>Namespace names of contacts: PSETID_Address and the plain MAPI tags (2.5).</summary>
internal static class ContactSchema
{
    private static readonly (string Tag, string Name)[] Tags =
    [
        ("3001001F", "FullName"), ("3A06001F", "FirstName"), ("3A44001F", "MiddleName"), ("3A11001F", "LastName"), ("3A16001F", "CompanyName"),
        ("3A18001F", "Department"), ("3A17001F", "JobTitle"), ("3A08001F", "BusinessTelephoneNumber"), ("3A09001F", "HomeTelephoneNumber"),
        ("3A1C001F", "MobileTelephoneNumber"), ("3A51001F", "BusinessHomePage"), ("3A50001F", "PersonalHomePage"),
    ];

    public static IEnumerable<KeyValuePair<string, SchemaName>> Names()
    {
        foreach (var (tag, name) in Tags)
        {
            yield return One(SchemaNames.Mapi + "proptag/0x" + tag, (_, r) => r.Text(name));
        }

        yield return One(SchemaNames.Address + "8005001F", (_, r) => r.Text("FileAs"));
        yield return One(SchemaNames.Address + "80060003", (p, r) => r.Bag.GetValueOrDefault("FileUnderId", p.Settings.FileAsFormula), (r, v) => r["FileUnderId"] = v);
        yield return One(SchemaNames.Address + "80220003", (_, r) => r.Long("SelectedMailingAddress"));
        yield return One(SchemaNames.Address + "802B001F", (_, r) => r.Text("WebPage"));
        foreach (var (n, lid) in new[] { (1, "808"), (2, "809"), (3, "80A") })
        {
            yield return One(SchemaNames.Address + lid + "0001F", (_, r) => r.Text("Email" + n + "DisplayName"));
            yield return One(SchemaNames.Address + lid + "2001F", (_, r) => r.Text("Email" + n + "AddressType"));
            yield return One(SchemaNames.Address + lid + "3001F", (_, r) => r.Text("Email" + n + "Address"));
            yield return One(SchemaNames.Address + lid + "4001F", (_, r) => r["Email" + n + "Original"] ?? r.Text("Email" + n + "Address"));
        }

        yield return One(SchemaNames.Mapi + "proptag/0x3A701102", (_, r) => Certificates(r), SetCertificates);
        foreach (var (tag, local, lid, name) in new[] { ("3A420040", "80DE0040", "804D0102", "Birthday"), ("3A410040", "80DF0040", "804E0102", "Anniversary") })
        {
            yield return One(SchemaNames.Mapi + "proptag/0x" + tag, (p, r) => PersonalDays.Utc(p, r, name));
            yield return One(SchemaNames.Address + local, (_, r) => r.Date(name + "Local"));
            yield return One(SchemaNames.Address + lid, (_, r) => r[name + "EventId"] is string id ? Convert.FromHexString(id) : null);
        }
    }

    /// <summary>PR_USER_X509_CERTIFICATE: several values are an array (2.5). Kept as text, as all of a record is.</summary>
    private static object? Certificates(ItemRecord record) =>
        record["UserX509Certificate"] is string held ? held.Split(' ').Select(object (value) => Convert.FromBase64String(value)).ToArray() : null;

    /// <summary>What an empty list does is not documented, so it is refused here.</summary>
    private static void SetCertificates(ItemRecord record, object? value) =>
        record["UserX509Certificate"] = value is object?[] { Length: > 0 } list && list.All(one => one is byte[] { Length: > 0 })
            ? string.Join(' ', list.Select(one => Convert.ToBase64String((byte[])one!)))
            : throw OutlookError.Mismatch("an array of binaries", value);

    private static KeyValuePair<string, SchemaName> One(string name, Func<Profile, ItemRecord, object?> read, Action<ItemRecord, object?>? write = null) =>
        new(name, new SchemaName((p, r) => r.Class == 40 ? read(p, r) : null, write));
}
