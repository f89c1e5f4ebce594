using System.Management.Automation;
using System.Management.Automation.Host;
using Con = System.Console;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>
/// Writes what commands show: everything to stdout but errors, which go to stderr when stderr is redirected or the session
/// is not interactive, as in the real console. Prompts are in the other part of this class.
/// </summary>
internal sealed partial class LabUserInterface : PSHostUserInterface
{
    private readonly LabRawUserInterface raw = new();
    private readonly ProgressLine progress = new();

    public LabUserInterface() => Prompts = new HostPrompts(this);

    public override PSHostRawUserInterface RawUI => raw;
    public override bool SupportsVirtualTerminal => Terminal.Colour;
    public HostPrompts Prompts { get; }

    public override void Write(string value)
    {
        progress.Hide();
        Con.Out.Write(GetOutputString(value, Terminal.Colour));
    }

    public override void WriteLine() => Write(Environment.NewLine);

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        if (!Terminal.Colour)
        {
            Write(value);
            return;
        }
        Con.ForegroundColor = foregroundColor;
        if (backgroundColor != raw.BackgroundColor) { Con.BackgroundColor = backgroundColor; }
        Write(value);
        Con.ResetColor();
    }

    public override void WriteErrorLine(string value)
    {
        if (string.IsNullOrEmpty(value)) { return; }
        progress.Hide();
        Con.Error.WriteLine(GetOutputString(value, Terminal.Colour && !Con.IsErrorRedirected));
    }

    public override void WriteDebugLine(string message) => WriteLabelled("DEBUG: ", message, "\u001b[33;1m");

    public override void WriteVerboseLine(string message) => WriteLabelled("VERBOSE: ", message, "\u001b[33;1m");

    public override void WriteWarningLine(string message) => WriteLabelled("WARNING: ", message, "\u001b[33;1m");

    public override void WriteInformation(InformationRecord record) { }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        if (Terminal.Colour) { progress.Show(record); }
    }

    public void EndProgress() => progress.Hide();

    private void WriteLabelled(string label, string message, string colour) =>
        WriteLine(Terminal.Colour ? $"{colour}{label}{message}\u001b[0m" : label + message);
}
