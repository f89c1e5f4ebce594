using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Runs command text to Out-Default, one pipeline at a time, so that Ctrl+C can stop it from another thread.</summary>
internal sealed class CommandRunner(Runspace runspace, LabUserInterface ui)
{
    private readonly Lock gate = new();
    private Pipeline? running;

    /// <summary>Set inside a nested prompt: commands then run in nested pipelines.</summary>
    public bool Nested { get; set; }

    /// <summary>The terminating error, or null. An <see cref="IncompleteParseException"/> means: more lines are wanted.</summary>
    public Exception? Run(string text, bool addToHistory) => Run(Create(text, addToHistory));

    public Exception? RunFile(string path, IEnumerable<CommandParameter> arguments)
    {
        // A file without the extension is a script by its first line (#!) on Linux, as in the real console.
        var command = path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
            ? new Command(path, isScript: false, useLocalScope: false)
            : new Command(File.ReadAllText(path), isScript: true, useLocalScope: false);
        foreach (var argument in arguments) { command.Parameters.Add(argument); }
        var pipeline = Create();
        pipeline.Commands.Add(command);
        return Run(pipeline);
    }

    public void Report(Exception error)
    {
        if (error is IncompleteParseException)
        {
            // Its record has no position, and 7.6's concise view shows nothing at all for such a one.
            ui.WriteErrorLine($"ParserError: {error.Message}");
            return;
        }
        var record = (error as IContainsErrorRecord)?.ErrorRecord
            ?? new ErrorRecord(error, "ConsoleHost.ReportException", ErrorCategory.NotSpecified, null);
        var marked = new PSObject(record);
        EngineInternals.MarkAsError(marked);
        var pipeline = Create();
        pipeline.Commands.Add(OutDefault());
        pipeline.Input.Write(marked);
        pipeline.Input.Close();
        if (Invoke(pipeline, out _) is not null) { System.Console.Error.WriteLine(error.Message); }
    }

    /// <summary>The first result of a command as text, or null if it failed or gave nothing.</summary>
    public string? Text(string command) => Value(command)?.BaseObject?.ToString();

    public bool Succeeded() => Value("$global:?")?.BaseObject is true;

    public void Stop()
    {
        lock (gate) { running?.StopAsync(); }
    }

    private PSObject? Value(string command)
    {
        var error = Invoke(Create(command, false), out var results);
        return error is null ? results?.FirstOrDefault() : null;
    }

    private Exception? Run(Pipeline pipeline)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(OutDefault());
        return Invoke(pipeline, out _);
    }

    private Exception? Invoke(Pipeline pipeline, out Collection<PSObject>? results)
    {
        results = null;
        lock (gate) { running = pipeline; }
        try
        {
            results = pipeline.Invoke();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
        finally
        {
            lock (gate) { running = null; }
            ui.EndProgress();
            pipeline.Dispose();
        }
    }

    private Pipeline Create(string text, bool addToHistory) =>
        Nested ? runspace.CreateNestedPipeline(text, addToHistory) : runspace.CreatePipeline(text, addToHistory);

    private Pipeline Create() => Nested ? runspace.CreateNestedPipeline() : runspace.CreatePipeline();

    private static Command OutDefault() => new("Out-Default", isScript: false, useLocalScope: true)
    {
        MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
    };
}
