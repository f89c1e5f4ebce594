namespace M2K.Lab.Outlook;

/// <summary>The schema names this lab knows (2.4, 2.5). They are case-sensitive; 001E and 001F are one type.</summary>
internal static class SchemaNames
{
    public const string Mapi = "http://schemas.microsoft.com/mapi/";
    public const string PublicStrings = Mapi + "string/{00020329-0000-0000-C000-000000000046}/";
    public const string Meeting = Mapi + "id/{6ED8DA90-450B-101B-98DA-00AA003F1305}/";
    public const string Appointment = Mapi + "id/{00062002-0000-0000-C000-000000000046}/";
    public const string Shared = Mapi + "id/{00062008-0000-0000-C000-000000000046}/";
    public const string Address = Mapi + "id/{00062004-0000-0000-C000-000000000046}/";
    public const string Keywords = "urn:schemas-microsoft-com:office:office#Keywords";

    private static readonly Dictionary<string, SchemaName> Known = Build();

    public static SchemaName? Find(string schema) => Known.GetValueOrDefault(Canonical(schema));

    /// <summary>The name part of a string-named property of PS_PUBLIC_STRINGS and its type suffix ("" if left out); null for any other.</summary>
    public static (string Name, string Suffix)? UserName(string schema)
    {
        if (!schema.StartsWith(PublicStrings, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = schema[PublicStrings.Length..];
        var slash = rest.LastIndexOf("/0x", StringComparison.Ordinal);
        return slash < 0
            ? (Uri.UnescapeDataString(rest), "")
            : (Uri.UnescapeDataString(rest[..slash]), rest[(slash + 1)..].ToLowerInvariant().Replace("0x0000001e", "0x0000001f", StringComparison.Ordinal));
    }

    /// <summary>True for text that has the form of a namespace rather than of a built-in name.</summary>
    public static bool IsNamespace(string name) =>
        name.StartsWith("http://", StringComparison.Ordinal) || name.StartsWith("urn:", StringComparison.Ordinal) || name.StartsWith("DAV:", StringComparison.Ordinal);

    /// <summary>Known shapes only: an unknown id or proptag of a known namespace is a property that no item has.</summary>
    public static bool IsWellFormed(string schema) =>
        Known.ContainsKey(Canonical(schema))
        || System.Text.RegularExpressions.Regex.IsMatch(schema, @"^http://schemas\.microsoft\.com/mapi/(proptag/0x[0-9A-Fa-f]{8}|id/\{[-0-9A-Fa-f]{36}\}/[0-9A-Fa-f]{8})$")
        || UserName(schema) is { Name.Length: > 0, Suffix.Length: > 0 };

    public static string Canonical(string schema)
    {
        if (!schema.StartsWith(Mapi, StringComparison.Ordinal) || schema.StartsWith(Mapi + "string/", StringComparison.Ordinal) || schema.Length < 8)
        {
            return schema;
        }

        var upper = schema[..^8] + schema[^8..].ToUpperInvariant();
        return upper.EndsWith("001E", StringComparison.Ordinal) ? upper[..^4] + "001F" : upper;
    }

    private static Dictionary<string, SchemaName> Build()
    {
        var names = new Dictionary<string, SchemaName>(StringComparer.Ordinal);
        void Add(string name, Func<Profile, ItemRecord, object?> read, Action<ItemRecord, object?>? write = null) =>
            names[Canonical(name)] = new SchemaName(read, write);

        Add(Mapi + "proptag/0x30070040", (_, r) => r.CreatedUtc);
        Add(Mapi + "proptag/0x30080040", (_, r) => r.ModifiedUtc);
        Add("DAV:creationdate", (_, r) => r.CreatedUtc);
        Add("DAV:getlastmodified", (_, r) => r.ModifiedUtc);
        Add(Mapi + "proptag/0x0FFF0102", (_, r) => r.Id.Length == 0 ? null : Convert.FromHexString(r.Id));
        Add(Mapi + "proptag/0x66700102", (_, r) => r.Id.Length == 0 ? null : Convert.FromHexString(r.Id));
        Add(Mapi + "proptag/0x300B0102", (_, r) => r["SearchKey"]);
        Add(Mapi + "proptag/0x001A001F", (_, r) => r.MessageClass);
        Add(Mapi + "proptag/0x0037001F", (_, r) => r.Text("Subject"), (r, v) => r["Subject"] = v);
        Add("urn:schemas:httpmail:subject", (_, r) => r.Text("Subject"), (r, v) => r["Subject"] = v);
        Add(Mapi + "proptag/0x1000001F", (_, r) => r.Text("Body"), (r, v) => r["Body"] = v);
        Add(Keywords, (_, r) => CategoryNames.List(r) is { Count: > 0 } list ? list.ToArray<object?>() : null);
        foreach (var (name, one) in AppointmentSchema.Names().Concat(ContactSchema.Names()))
        {
            names[Canonical(name)] = one;
        }

        return names;
    }
}
