using System.Management.Automation;
using System.Management.Automation.Runspaces;
using M2K.Lab.Pwsh.Console;
using Microsoft.PowerShell;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Opens the one runspace of the console: module path, execution policy, apartment, edition and language mode.</summary>
internal static class SessionFactory
{
    public static Runspace Open(LabHost host, ConsoleOptions options)
    {
        var state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows() && options.ExecutionPolicy is { } policy)
        {
            state.ExecutionPolicy = Enum.Parse<ExecutionPolicy>(policy, ignoreCase: true);
        }
        var mode = LanguageMode(options.LanguageMode ?? Environment.GetEnvironmentVariable("M2K_LAB_LANGUAGE"));
        var inheritedModulePath = Environment.GetEnvironmentVariable("PSModulePath");
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        if (OperatingSystem.IsWindows()) { runspace.ApartmentState = options.Sta == false ? ApartmentState.MTA : ApartmentState.STA; }
        host.Runspace = runspace;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        if (LabEdition.IsDesktop) { DesktopSession.Apply(runspace, inheritedModulePath); }
        if (mode == PSLanguageMode.ConstrainedLanguage) { Constrain(runspace, options.Trusted ?? Environment.GetEnvironmentVariable("M2K_LAB_TRUSTED") ?? ""); }
        return runspace;
    }

    private static void Constrain(Runspace runspace, string trusted)
    {
        TrustedFolders.Enforce([AppContext.BaseDirectory, .. trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)]);
        using var shell = PowerShell.Create(runspace);
        var importModule = runspace.SessionStateProxy.InvokeCommand.GetCmdlet("Import-Module");
        shell.AddScript(TrustedFolders.ImportModuleWrapper(importModule)).Invoke();
        runspace.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;
    }

    /// <exception cref="ArgumentException">The name is no language mode of this console.</exception>
    private static PSLanguageMode LanguageMode(string? name) => name switch
    {
        null or "" => PSLanguageMode.FullLanguage,
        _ when Enum.TryParse<PSLanguageMode>(name, ignoreCase: true, out var mode) && mode is PSLanguageMode.FullLanguage or PSLanguageMode.ConstrainedLanguage => mode,
        _ => throw new ArgumentException($"The language mode '{name}' is unknown. Use FullLanguage or ConstrainedLanguage."),
    };
}
