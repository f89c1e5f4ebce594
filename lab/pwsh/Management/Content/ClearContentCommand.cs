using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Clear-Content.</summary>
[Cmdlet(VerbsCommon.Clear, "Content", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ClearContentCommand : ItemCommandBase
{
    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            if (ShouldProcess(path, "Clear Content")) { ProviderCall.Try(this, () => InvokeProvider.Content.Clear([path], Force, literalPath: true)); }
        }
    }
}
