using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertTo-SecureString: plain text with -AsPlainText, else what ConvertFrom-SecureString wrote.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString", DefaultParameterSetName = "Secure")]
[OutputType(typeof(SecureString))]
public sealed class ConvertToSecureStringCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public string String { get; set; } = "";

    [Parameter(Position = 1, ParameterSetName = "PlainText")]
    public SwitchParameter AsPlainText { get; set; }

    [Parameter(Position = 2, ParameterSetName = "PlainText")]
    public SwitchParameter Force { get; set; }

    [Parameter(Position = 1, ParameterSetName = "Secure")]
    public SecureString? SecureKey { get; set; }

    [Parameter(ParameterSetName = "Open")]
    public byte[]? Key { get; set; }

    protected override void ProcessRecord()
    {
        if (AsPlainText)
        {
            if (LabEdition.IsDesktop && !Force)
            {
                ThrowTerminatingError(new ErrorRecord(
                    new ArgumentException("The system cannot protect plain text input. To suppress this warning and convert the plain text to a SecureString, reissue the command specifying the Force parameter."),
                    "ImportSecureString_ForceRequired", ErrorCategory.InvalidArgument, null));
            }
            var plain = new SecureString();
            foreach (var c in String) { plain.AppendChar(c); }
            plain.MakeReadOnly();
            WriteObject(plain);
            return;
        }
        try
        {
            WriteObject(SecretText.Read(String, Key ?? SecretText.KeyOf(SecureKey)));
        }
        catch (Exception error) when (error is FormatException or CryptographicException or PSArgumentException)
        {
            WriteError(new ErrorRecord(
                new PSArgumentException("The parameter value \"" + "..." + "\" is not a valid encrypted string.", error), "ImportSecureString_InvalidArgument", ErrorCategory.InvalidArgument, null));
        }
    }
}
