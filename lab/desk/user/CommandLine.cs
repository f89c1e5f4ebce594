using System.Text;

namespace M2K.Lab.Desk.User;

/// <summary>Arguments as one text, by the rules of CommandLineToArgvW: backslashes count double before a quote only.</summary>
internal static class CommandLine
{
    public static StringBuilder Of(IEnumerable<string> arguments) => new(string.Join(' ', arguments.Select(Quoted)));

    private static string Quoted(string argument)
    {
        if (argument.Length > 0 && argument.IndexOfAny([' ', '\t', '"']) < 0)
        {
            return argument;
        }

        var text = new StringBuilder("\"");
        var slashes = 0;
        foreach (var c in argument)
        {
            text.Append('\\', c == '"' ? slashes + 1 : 0).Append(c);
            slashes = c == '\\' ? slashes + 1 : 0;
        }

        return text.Append('\\', slashes).Append('"').ToString();
    }
}
