namespace M2K.Lab.Outlook;

/// <summary>FileAs by FileUnderId (PidLid 8006, see 5.2): a formula follows the name, 0xFFFFFFFF is the user's own text.</summary>
internal static class FileAsFormula
{
    public const int UserText = -1;

    private static readonly int[] Formulas = [0x8017, 0x8037, 0x3A16, 0x8018, 0x8019, 0x8036, 0x3A06, 0x3A11];

    public static void Set(ItemRecord contact, string text, Settings settings)
    {
        var formula = Formulas.Where(f => Text(contact, f) == text && text.Length > 0).DefaultIfEmpty(text.Length == 0 ? settings.FileAsFormula : UserText).First();
        contact["FileUnderId"] = formula;
        contact["FileAs"] = text;
    }

    /// <summary>Derives FileAs anew after a change of name or company, unless the user's own text stands.</summary>
    public static void Refresh(ItemRecord contact, Settings settings)
    {
        var formula = contact["FileUnderId"] as int? ?? settings.FileAsFormula;
        if (formula == UserText)
        {
            return;
        }

        var text = Text(contact, formula);
        contact["FileAs"] = text.Length > 0 ? text : contact.Text("CompanyName");
    }

    public static string Text(ItemRecord contact, int formula)
    {
        var company = contact.Text("CompanyName");
        var lastFirst = LastFirst(contact);
        return formula switch
        {
            0x3A06 => contact.Text("FirstName"),
            0x3A11 => contact.Text("LastName"),
            0x3A16 => company,
            0x8018 => Joined("\r\n", company, lastFirst),
            0x8019 => Joined("\r\n", lastFirst, company),
            0x8036 => Joined(" ", contact.Text("LastName"), contact.Text("FirstName"), contact.Text("MiddleName"), contact.Text("Suffix")),
            0x8037 => Joined(" ", contact.Text("FirstName"), contact.Text("MiddleName"), contact.Text("LastName"), contact.Text("Suffix")),
            _ => lastFirst,
        };
    }

    private static string LastFirst(ItemRecord contact) =>
        Joined(", ", contact.Text("LastName"), Joined(" ", contact.Text("FirstName"), contact.Text("MiddleName")));

    private static string Joined(string joint, params string[] texts) => string.Join(joint, texts.Where(t => t.Length > 0));
}
