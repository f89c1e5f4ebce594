using System.Management.Automation.Runspaces;
using M2K.Lab.Pwsh.Hosting;
using Con = System.Console;

namespace M2K.Lab.Pwsh.Console;

/// <summary>One process: open the session, run what the command line says, read commands if asked, give the exit code.</summary>
internal sealed class ConsoleSession(ConsoleOptions options)
{
    private readonly LabUserInterface ui = new();

    public int Run()
    {
        Terminal.UseUtf8();
        if (options.Error is { } error)
        {
            Con.Error.WriteLine(error);
            return options.ExitCode;
        }
        if (options.ShowHelp) { Con.Out.Write(ConsoleHelp.Text); return 0; }
        try
        {
            LabEdition.Choose(options.Edition ?? Environment.GetEnvironmentVariable("M2K_LAB_EDITION"));
        }
        catch (ArgumentException wrong)
        {
            Con.Error.WriteLine(wrong.Message);
            return ConsoleOptions.BadCommandLine;
        }
        if (options.ShowVersion) { Con.Out.WriteLine("PowerShell 7.6.9"); return 0; }
        var host = new LabHost(ui);
        ui.Prompts.Forbidden = options.NonInteractive;
        ui.Prompts.Redirected = new CommandReader(Con.IsInputRedirected ? Con.In : TextReader.Null);
        try
        {
            using var runspace = SessionFactory.Open(host, options);
            return RunSession(host, runspace, new CommandRunner(runspace, ui));
        }
        catch (ArgumentException wrong)
        {
            Con.Error.WriteLine(wrong.Message);
            return ConsoleOptions.BadCommandLine;
        }
    }

    private int RunSession(LabHost host, Runspace runspace, CommandRunner runner)
    {
        Con.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            runner.Stop();
        };
        if (options.ShowBanner && !Con.IsInputRedirected) { ui.WriteLine("M2KSync lab console around PowerShell 7.6.9"); }
        if (options.WorkingDirectory is { } folder) { runspace.SessionStateProxy.Path.SetLocation(folder); }
        var failed = false;
        if (options.File is { } file)
        {
            if (!options.NoExit) { EngineInternals.RethrowExit(runspace); }
            if (runner.RunFile(file, options.Arguments) is { } error)
            {
                runner.Report(error);
                if (!options.NoExit) { return 1; }
            }
        }
        else if (!string.IsNullOrEmpty(options.Command) && runner.Run(options.Command, addToHistory: true) is { } error)
        {
            failed = true;
            runner.Report(error);
        }
        if (options.NoExit && host.ExitCode is null) { ReadCommands(host, runspace, runner); }
        return host.ExitCode ?? (!failed && runner.Succeeded() ? 0 : 1);
    }

    private void ReadCommands(LabHost host, Runspace runspace, CommandRunner runner)
    {
        var editor = Con.IsInputRedirected ? null : new LineEditor(new TabCompletion(runspace), ui);
        CommandLoop loop = null!;
        loop = new CommandLoop(host, runner, () => ReadLine(loop, runner, editor));
        host.NestedPrompt = () =>
        {
            var outer = runner.Nested;
            runner.Nested = true;
            loop.Run();
            (runner.Nested, host.LeaveNestedPrompt) = (outer, false);
        };
        loop.Run();
    }

    private string? ReadLine(CommandLoop loop, CommandRunner runner, LineEditor? editor)
    {
        // '-Command -' is a sort of server mode: neither prompt nor echo. Any other session shows both.
        if (!options.NoPrompt)
        {
            var prompt = loop.InBlock ? ">> " : runner.Text("prompt");
            ui.Write(string.IsNullOrEmpty(prompt) ? "PS>" : prompt);
        }
        if (editor is null)
        {
            var line = ui.Prompts.Redirected.ReadLine();
            if (!options.NoPrompt) { ui.WriteLine(line ?? ""); }
            return line;
        }
        var typed = editor.Read();
        if (editor.Interrupted) { loop.DropBlock(); }
        return typed;
    }
}
