using System.Management.Automation;
using System.Text;
using M2K.Lab.Pwsh.Hosting;

namespace M2K.Lab.Pwsh.Console;

/// <summary>
/// Reads commands line by line and runs each as it comes. A line that does not parse complete begins a block; an empty line
/// ends the block and runs it (the real console's input loop, which is why multi-line text sent to '-Command -' needs one).
/// </summary>
internal sealed class CommandLoop(LabHost host, CommandRunner runner, Func<string?> readLine)
{
    private StringBuilder? block;

    public bool InBlock => block is not null;

    public void Run()
    {
        while (host.ExitCode is null && !host.LeaveNestedPrompt)
        {
            if (readLine() is not { } line) { return; }
            Take(line);
        }
    }

    /// <summary>Forgets a half-typed block (Ctrl+C at the prompt).</summary>
    public void DropBlock() => block = null;

    private void Take(string line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            if (block is null) { Execute(line); }
            else { block.Append('\n').Append(line); }
            return;
        }
        if (block is null) { return; }
        var text = block.ToString();
        block = null;
        Execute(text);
    }

    private void Execute(string text)
    {
        var error = runner.Run(text, addToHistory: true);
        if (error is IncompleteParseException) { block = new StringBuilder(text); }
        else if (error is not null and not PipelineStoppedException) { runner.Report(error); }
    }
}
