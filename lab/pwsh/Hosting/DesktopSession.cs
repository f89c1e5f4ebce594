using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Makes an open session look like Windows PowerShell 5.1 to scripts: its variables, not its parser.</summary>
internal static class DesktopSession
{
    /// <summary>Automatic variables that came with PowerShell 6 and later.</summary>
    private static readonly string[] Newer =
    [
        "IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle", "EnabledExperimentalFeatures",
        "PSNativeCommandArgumentPassing", "PSNativeCommandUseErrorActionPreference",
    ];

    private static readonly Version Version = new(5, 1, 22621, 4391);

    /// <param name="inheritedModulePath">PSModulePath as the process got it, before the engine changed it.</param>
    public static void Apply(Runspace runspace, string? inheritedModulePath)
    {
        // 7.x puts its own folders in front of an inherited path; 5.1 keeps that path and its own comes last.
        if (!string.IsNullOrEmpty(inheritedModulePath))
        {
            Environment.SetEnvironmentVariable("PSModulePath", inheritedModulePath + Path.PathSeparator + Path.Combine(AppContext.BaseDirectory, "Modules"));
        }
        var scopes = new EngineScopes(EngineInternals.SessionOf(runspace));
        foreach (var name in Newer)
        {
            if (scopes.Variable(name, "Global") is not { } variable) { continue; }
            EngineInternals.SetOptions(variable, ScopedItemOptions.None);
            scopes.RemoveVariable(variable, "Global", force: true);
        }
        if (scopes.Variable("PSEdition", "Global") is { } edition)
        {
            EngineInternals.SetOptions(edition, ScopedItemOptions.None);
            edition.Value = "Desktop";
            EngineInternals.SetOptions(edition, ScopedItemOptions.Constant | ScopedItemOptions.AllScope);
        }
        Describe((Hashtable)runspace.SessionStateProxy.GetVariable("PSVersionTable"));
        runspace.SessionStateProxy.SetVariable("ErrorView", "NormalView");
        runspace.SessionStateProxy.SetVariable("OutputEncoding", Encoding.ASCII);
    }

    private static void Describe(Hashtable table)
    {
        foreach (var key in new[] { "GitCommitId", "OS", "Platform" }) { table.Remove(key); }
        table["PSVersion"] = Version;
        table["PSEdition"] = "Desktop";
        table["PSCompatibleVersions"] = new Version[] { new(1, 0), new(2, 0), new(3, 0), new(4, 0), new(5, 0), Version };
        table["BuildVersion"] = new Version(10, 0, 22621, 4391);
        table["CLRVersion"] = new Version(4, 0, 30319, 42000);
        table["WSManStackVersion"] = new Version(3, 0);
        table["PSRemotingProtocolVersion"] = new Version(2, 3);
        table["SerializationVersion"] = new Version(1, 1, 0, 1);
    }
}
