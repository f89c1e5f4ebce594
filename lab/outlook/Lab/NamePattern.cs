namespace M2K.Lab.Outlook;

/// <summary>Matches Type.Member names against "*", "Type.*", "*.Member" or a whole name.</summary>
internal static class NamePattern
{
    public static bool Matches(string pattern, string name)
    {
        if (pattern is "*" or "*.*")
        {
            return true;
        }

        var dot = pattern.IndexOf('.');
        var at = name.IndexOf('.');
        return dot < 0
            ? Part(pattern, name[(at + 1)..])
            : Part(pattern[..dot], name[..at]) && Part(pattern[(dot + 1)..], name[(at + 1)..]);
    }

    private static bool Part(string pattern, string text) =>
        pattern == "*" || string.Equals(pattern, text, StringComparison.OrdinalIgnoreCase);
}
