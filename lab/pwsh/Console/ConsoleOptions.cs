using System.Management.Automation.Runspaces;

namespace M2K.Lab.Pwsh.Console;

/// <summary>What the command line asked for. <see cref="Error"/> set means: print it and end with <see cref="ExitCode"/>.</summary>
internal sealed class ConsoleOptions
{
    /// <summary>The exit code of the real console for a command line it does not understand.</summary>
    public const int BadCommandLine = 64;

    public string? Command { get; set; }
    public string? File { get; set; }
    public List<CommandParameter> Arguments { get; } = [];
    public bool ReadCommandsFromStdin { get; set; }
    public bool NoPrompt { get; set; }
    public bool NoExit { get; set; } = true;
    public bool NoProfile { get; set; }
    public bool NonInteractive { get; set; }
    public bool ShowBanner { get; set; } = true;
    public bool ShowVersion { get; set; }
    public bool ShowHelp { get; set; }
    public bool? Sta { get; set; }
    public string? ExecutionPolicy { get; set; }
    public string? WorkingDirectory { get; set; }
    public string? Edition { get; set; }
    public string? LanguageMode { get; set; }
    public string? Trusted { get; set; }
    public string? Error { get; private set; }

    public int ExitCode => Error is null ? 0 : BadCommandLine;

    public void Fail(string message) => Error ??= message;
}
