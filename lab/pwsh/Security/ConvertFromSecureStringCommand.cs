using System.Management.Automation;
using System.Security;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// ConvertFrom-SecureString. Without a key: DPAPI of the user on Windows, and on Linux (as in pwsh) only the hexadecimal of the text.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "SecureString", DefaultParameterSetName = "Secure")]
[OutputType(typeof(string))]
public sealed class ConvertFromSecureStringCommand : PSCmdlet, IDynamicParameters
{
    private readonly NewerParameters newer = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public SecureString SecureString { get; set; } = new();

    [Parameter(Position = 1, ParameterSetName = "Secure")]
    public SecureString? SecureKey { get; set; }

    [Parameter(ParameterSetName = "Open")]
    public byte[]? Key { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord()
    {
        if (newer.AsPlainText)
        {
            WriteObject(new System.Net.NetworkCredential("", SecureString).Password);
            return;
        }
        if (SecureString.Length == 0)
        {
            throw new PSArgumentException("The secure string is empty.", nameof(SecureString));
        }
        WriteObject(SecretText.Write(SecureString, Key ?? SecretText.KeyOf(SecureKey)));
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter(ParameterSetName = "AsPlainText")]
        public SwitchParameter AsPlainText { get; set; }
    }
}
