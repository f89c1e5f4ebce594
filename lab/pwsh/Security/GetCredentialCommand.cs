using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Credential.</summary>
[Cmdlet(VerbsCommon.Get, "Credential", DefaultParameterSetName = "CredentialSet")]
[OutputType(typeof(PSCredential))]
public sealed class GetCredentialCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "CredentialSet")]
    [ValidateNotNull]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter(ParameterSetName = "MessageSet")]
    [ValidateNotNullOrEmpty]
    public string? Message { get; set; }

    [Parameter(Position = 0, ParameterSetName = "MessageSet")]
    [ValidateNotNullOrEmpty]
    public string? UserName { get; set; }

    [Parameter(ParameterSetName = "MessageSet")]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "PowerShell credential request";

    protected override void BeginProcessing()
    {
        if (Credential is not null)
        {
            WriteObject(Credential);
            return;
        }
        if (Host.UI.PromptForCredential(Title, Message ?? "Enter your credentials.", UserName, "") is { } given) { WriteObject(given); }
    }
}
