using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Remove-Item.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class RemoveItemCommand : ItemCommandBase
{
    private bool yesToAll;
    private bool noToAll;

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(Resolve))
        {
            var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
            if (!ShouldProcess(file, Directory.Exists(file) ? "Remove Directory" : "Remove File")) { continue; }
            ProviderCall.Try(this, () => Remove(path));
        }
    }

    private void Remove(string path)
    {
        var deep = Recurse.IsPresent;
        if (!deep && HasChildren(path))
        {
            var question = $"The item at {path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?";
            if (!ShouldContinue(question, "Confirm", ref yesToAll, ref noToAll)) { return; }
            deep = true;
        }
        InvokeProvider.Item.Remove([path], deep, Force, literalPath: true);
    }

    private bool HasChildren(string path) =>
        InvokeProvider.Item.IsContainer(WildcardPattern.Escape(path)) && InvokeProvider.ChildItem.HasChild(path, Force, literalPath: true);
}
