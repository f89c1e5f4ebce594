namespace M2K.Lab.Outlook;

/// <summary>FullName and its parts (5.2): parts compose the whole; the whole is parsed by the user's order option and overwrites the parts.</summary>
internal static class PersonName
{
    private static readonly string[] Parts = ["Title", "FirstName", "MiddleName", "LastName", "Suffix"];
    private static readonly HashSet<string> Titles = new(["Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Prof.", "Prof"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Suffixes = new(["Jr.", "Jr", "Sr.", "Sr", "I", "II", "III", "IV", "Esq.", "Esq"], StringComparer.OrdinalIgnoreCase);

    public static void SetPart(ItemRecord contact, string part, string value, Settings settings)
    {
        contact[part] = value;
        contact["FullName"] = Compose(contact, settings);
    }

    public static void SetFull(ItemRecord contact, string full, Settings settings)
    {
        foreach (var part in Parts)
        {
            contact[part] = "";
        }

        var words = full.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 1 && Titles.Contains(words[0]))
        {
            contact["Title"] = Take(words, 0, 1);
        }

        if (words.Count > 1 && Suffixes.Contains(words[^1]))
        {
            contact["Suffix"] = Take(words, words.Count - 1, 1);
        }

        Distribute(contact, words, settings);
        contact["FullName"] = full;
    }

    private static void Distribute(ItemRecord contact, List<string> words, Settings settings)
    {
        if (words.Count > 1 && words[0].EndsWith(','))
        {
            contact["LastName"] = Take(words, 0, 1).TrimEnd(',');
            contact["FirstName"] = words.Count > 0 ? Take(words, 0, 1) : "";
            contact["MiddleName"] = string.Join(' ', words);
        }
        else if (words.Count <= 1)
        {
            Single(contact, words.FirstOrDefault(""), settings);
        }
        else if (settings.FullNameOrder == "lastFirst")
        {
            contact["LastName"] = Take(words, 0, 1);
            contact["FirstName"] = string.Join(' ', words);
        }
        else
        {
            // "Jim-Bob & Mary Ellen Walton": first "Jim-Bob & Mary", middle "Ellen", last "Walton" (5.2)
            var last = settings.FullNameOrder == "firstLast1Last2" && words.Count > 2 ? 2 : 1;
            contact["LastName"] = Take(words, words.Count - last, last);
            var first = words.IndexOf("&") is > 0 and var amp && amp + 2 <= words.Count ? amp + 2 : 1;
            contact["FirstName"] = Take(words, 0, Math.Min(first, words.Count));
            contact["MiddleName"] = string.Join(' ', words);
        }
    }

    /// <summary>A name without a space, as Chinese names are written: which part it becomes is not known, hence a switch.</summary>
    private static void Single(ItemRecord contact, string word, Settings settings)
    {
        if (settings.UnspacedName == "surname" && word.Length is >= 2 and <= 4 && word.All(IsHan))
        {
            contact["LastName"] = word[..1];
            contact["FirstName"] = word[1..];
        }
        else
        {
            contact[settings.UnspacedName == "last" ? "LastName" : "FirstName"] = word;
        }
    }

    private static string Compose(ItemRecord contact, Settings settings)
    {
        var last = contact.Text("LastName");
        var first = contact.Text("FirstName");
        if (settings.CjkFullName == "unspaced" && (last + first).Length > 0 && (last + first).All(IsHan))
        {
            return last + contact.Text("MiddleName") + first;
        }

        var order = settings.FullNameOrder == "lastFirst" ? ["Title", "LastName", "FirstName", "MiddleName", "Suffix"] : Parts;
        return string.Join(' ', order.Select(contact.Text).Where(text => text.Length > 0));
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static string Take(List<string> words, int at, int count)
    {
        var taken = string.Join(' ', words.GetRange(at, count));
        words.RemoveRange(at, count);
        return taken;
    }
}
