namespace M2K.Lab.Outlook;

/// <summary>
/// Categories as text: stored joined by ", ", shown and taken apart with the Windows list separator (3.1). Names hold no comma or semicolon.
/// </summary>
internal static class CategoryNames
{
    private const string Joint = ", ";

    public static string Shown(Settings settings, string stored) =>
        string.Join(settings.ListSeparator, Split(stored, ','));

    public static string? None(Settings settings) => settings.CategoriesNullWhenEmpty ? null : "";

    /// <summary>Outlook takes only the list separator of the machine; another one stays part of a name.</summary>
    public static string Stored(Settings settings, string text) =>
        string.Join(Joint, Split(text, settings.ListSeparator.Trim().FirstOrDefault(',')).Select(name => name.Replace(',', '_')).Distinct(StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyList<string> List(ItemRecord item) => Split(item.Text("Categories"), ',');

    /// <summary>Whether unknown names enter the master list is disputed (8.4).</summary>
    public static void Extend(ItemRecord item, MailboxChange change, Settings settings)
    {
        var known = change.State.Categories;
        var added = List(item).Where(name => !known.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (settings.CategoriesExtendMasterList && added.Count > 0)
        {
            change.SetCategories(known.Concat(added.Select((name, n) => new CategoryRecord(name, ((known.Count + n) % 25) + 1))));
        }
    }

    private static string[] Split(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
