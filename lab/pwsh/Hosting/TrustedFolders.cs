using System.Management.Automation;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>
/// The folders whose modules run in Full Language although the session is Constrained, as an AppLocker rule would name them. On Windows
/// the engine asks the system's policy; on Linux it asks nobody, not even its authorization manager, so Import-Module is wrapped.
/// </summary>
public static class TrustedFolders
{
    private static readonly StringComparison Names = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static string[] roots = [];

    /// <summary>
    /// The wrapper's text. It must be run while the session is still in Full Language: a script block keeps the mode it was made in,
    /// which is also why the functions of a trusted module stay in Full Language when the Constrained session calls them.
    /// </summary>
    internal static string ImportModuleWrapper(CommandInfo importModule)
    {
        var metadata = new CommandMetadata(importModule);
        return $$"""
            function global:Import-Module {
                {{ProxyCommand.GetCmdletBindingAttribute(metadata)}}
                param({{ProxyCommand.GetParamBlock(metadata)}})
                begin {
                    $command = { & $ExecutionContext.InvokeCommand.GetCmdlet('Microsoft.PowerShell.Core\Import-Module') @PSBoundParameters }
                    $pipeline = $command.GetSteppablePipeline($MyInvocation.CommandOrigin)
                    $pipeline.Begin($PSCmdlet)
                }
                process { [{{typeof(TrustedFolders).FullName}}]::Import($ExecutionContext.SessionState, $pipeline, $_, $PSBoundParameters['Name']) }
                end { $pipeline.End() }
            }
            """;
    }

    internal static void Enforce(IEnumerable<string> folders) =>
        roots = [.. folders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar)];

    /// <summary>Runs one step of Import-Module in the language mode the module's folder deserves.</summary>
    public static void Import(SessionState session, SteppablePipeline pipeline, object? input, object? names)
    {
        var before = session.LanguageMode;
        var all = (LanguagePrimitives.GetEnumerable(names) ?? new[] { names ?? input }).Cast<object?>();
        session.LanguageMode = all.All(name => IsTrusted(session, name?.ToString())) ? PSLanguageMode.FullLanguage : PSLanguageMode.ConstrainedLanguage;
        try
        {
            if (input is null) { pipeline.Process(); }
            else { pipeline.Process(input); }
        }
        finally
        {
            session.LanguageMode = before;
        }
    }

    private static bool IsTrusted(SessionState session, string? name)
    {
        if (string.IsNullOrEmpty(name)) { return false; }
        if (Path.IsPathRooted(name) || name.StartsWith('.')) { return Hold(session.Path.GetUnresolvedProviderPathFromPSPath(name)); }
        var folder = (Environment.GetEnvironmentVariable("PSModulePath") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(root => Path.Combine(root, name))
            .FirstOrDefault(Directory.Exists);
        return folder is not null && Hold(folder);
    }

    private static bool Hold(string path) => Array.Exists(roots, root => Path.GetFullPath(path).StartsWith(root, Names));
}
