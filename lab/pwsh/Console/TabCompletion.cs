using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace M2K.Lab.Pwsh.Console;

/// <summary>The engine's completions of a line, one after the other with each Tab.</summary>
internal sealed class TabCompletion(Runspace runspace)
{
    private CommandCompletion? found;
    private string original = "";

    public void Reset() => found = null;

    /// <summary>The line with the next completion put in, or null if there is none.</summary>
    public (string Line, int Cursor)? Next(string line, int cursor, bool backwards)
    {
        if (found is null)
        {
            using var shell = PowerShell.Create(runspace);
            original = line;
            found = CommandCompletion.CompleteInput(line, cursor, null, shell);
        }
        if (found.GetNextResult(!backwards) is not { } result) { return null; }
        var head = original[..found.ReplacementIndex] + result.CompletionText;
        return (head + original[(found.ReplacementIndex + found.ReplacementLength)..], head.Length);
    }
}
