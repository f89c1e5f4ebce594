using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>The host object ($Host). Knows the user interface and whether a command has asked to end the session.</summary>
internal sealed class LabHost(LabUserInterface ui) : PSHost, IHostSupportsInteractiveSession
{
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo uiCulture = CultureInfo.CurrentUICulture;

    /// <summary>The code of the last <c>exit</c>, or null while nobody has asked to end.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Runs a prompt inside the running command; set by the session when it is interactive.</summary>
    public Action? NestedPrompt { get; set; }

    public bool LeaveNestedPrompt { get; set; }

    // Scripts compare $Host.Name with the real console's name.
    public override string Name => "ConsoleHost";
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override Version Version => LabEdition.IsDesktop ? new Version(5, 1, 22621, 1) : new Version(7, 6, 9);
    public override CultureInfo CurrentCulture => culture;
    public override CultureInfo CurrentUICulture => uiCulture;
    public override PSHostUserInterface UI => ui;
    public override PSObject PrivateData { get; } = new(new HostColours());

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null) { throw new NotSupportedException("A nested prompt needs an interactive session."); }
        NestedPrompt();
    }

    public override void ExitNestedPrompt() => LeaveNestedPrompt = true;
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }

    public Runspace Runspace { get; set; } = null!;
    public bool IsRunspacePushed => false;
    public void PushRunspace(Runspace runspace) => throw new NotSupportedException("This console has no remote sessions.");
    public void PopRunspace() => throw new NotSupportedException("This console has no remote sessions.");
}
