namespace M2K.Lab.Outlook;

/// <summary>The three postal addresses of a contact (5.2): parts rebuild the whole, writing the whole parses it into parts.</summary>
internal static class PostalAddress
{
    public static readonly string[] Kinds = ["Business", "Home", "Other"];
    public static readonly string[] Parts = ["Street", "City", "State", "PostalCode", "Country", "PostOfficeBox"];

    public static void SetPart(ItemRecord contact, string kind, string part, string value)
    {
        contact[kind + "Address" + part] = value;
        contact[kind + "Address"] = Whole(contact, kind);
        Choose(contact, kind);
    }

    public static void SetWhole(ItemRecord contact, string kind, string value)
    {
        foreach (var part in Parts)
        {
            contact[kind + "Address" + part] = "";
        }

        foreach (var (part, text) in Parse(value))
        {
            contact[kind + "Address" + part] = text;
        }

        contact[kind + "Address"] = value.Length == 0 ? "" : Whole(contact, kind);
        Choose(contact, kind);
    }

    /// <summary>The address that SelectedMailingAddress names (0 none, 1 home, 2 business, 3 other).</summary>
    public static string? Mailing(ItemRecord contact) => contact.Long("SelectedMailingAddress") switch
    {
        1 => "Home",
        2 => "Business",
        3 => "Other",
        _ => null,
    };

    private static string Whole(ItemRecord contact, string kind)
    {
        string Part(string name) => contact.Text(kind + "Address" + name);
        var town = string.Join("  ", new[] { string.Join(", ", Filled(Part("City"), Part("State"))), Part("PostalCode") }.Where(t => t.Length > 0));
        return string.Join("\r\n", Filled(Part("PostOfficeBox"), Part("Street"), town, Part("Country")));
    }

    /// <summary>US reading: the last line is the country unless it looks like a town line, then town, state and code; the rest is the street.</summary>
    private static IEnumerable<(string Part, string Text)> Parse(string whole)
    {
        var lines = whole.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (lines.Count >= 3 && !lines[^1].Any(char.IsDigit))
        {
            yield return ("Country", lines[^1]);
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count >= 2)
        {
            var town = lines[^1];
            lines.RemoveAt(lines.Count - 1);
            var words = town.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 1 && words[^1].Any(char.IsDigit))
            {
                yield return ("PostalCode", words[^1]);
                town = string.Join(' ', words[..^1]);
            }

            var comma = town.IndexOf(',');
            yield return ("City", comma < 0 ? town : town[..comma].Trim());
            if (comma >= 0)
            {
                yield return ("State", town[(comma + 1)..].Trim());
            }
        }

        if (lines.Count > 0)
        {
            yield return ("Street", string.Join("\r\n", lines));
        }
    }

    /// <summary>The first address filled in becomes the mailing address.</summary>
    private static void Choose(ItemRecord contact, string kind)
    {
        if (contact.Long("SelectedMailingAddress") == 0 && contact.Text(kind + "Address").Length > 0)
        {
            contact["SelectedMailingAddress"] = kind switch { "Home" => 1, "Business" => 2, _ => 3 };
        }
    }

    private static IEnumerable<string> Filled(params string[] texts) => texts.Where(t => t.Length > 0);
}
