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
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        if (OperatingSystem.IsWindows()) { runspace.ApartmentState = options.Sta == false ? ApartmentState.MTA : ApartmentState.STA; }
        host.Runspace = runspace;
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
        return runspace;
    }
}
