using System.Management.Automation.Runspaces;

namespace M2K.Lab.Pwsh.Console;

/// <summary>The words behind a script file: '-Name', '-Name:value', '-Name: value' or a positional value.</summary>
internal static class ScriptArguments
{
    public static IEnumerable<CommandParameter> Read(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word.Length < 2 || word[0] != '-')
            {
                yield return new CommandParameter(null, word);
                continue;
            }
            var colon = word.IndexOf(':');
            if (colon < 0) { yield return new CommandParameter(word); }
            else if (colon < word.Length - 1) { yield return new CommandParameter(word[..colon], BooleanOrText(word[(colon + 1)..])); }
            else if (i + 1 < words.Length) { yield return new CommandParameter(word.TrimEnd(':'), words[++i]); }
        }
    }

    private static object BooleanOrText(string text) =>
        bool.TryParse(text.StartsWith('$') ? text[1..] : text, out var value) ? value : text;
}
