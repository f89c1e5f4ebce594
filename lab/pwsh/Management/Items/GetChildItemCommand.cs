using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-ChildItem. The filters are applied to what the provider lists.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Items")]
public sealed class GetChildItemCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Items", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    [Parameter(ParameterSetName = "LiteralItems", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint Depth { get; set; } = uint.MaxValue;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    [Parameter]
    [Alias("ad")]
    public SwitchParameter Directory { get; set; }

    [Parameter]
    [Alias("af")]
    public SwitchParameter File { get; set; }

    [Parameter]
    [Alias("ah", "h")]
    public SwitchParameter Hidden { get; set; }

    protected override void ProcessRecord()
    {
        var deep = Recurse || Depth != uint.MaxValue;
        foreach (var path in Path)
        {
            ProviderCall.Try(this, () =>
            {
                var root = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);
                foreach (var child in InvokeProvider.ChildItem.Get([path], deep, Depth, Force || Hidden, ParameterSetName == "LiteralItems"))
                {
                    if (Passes(child)) { Write(child, root); }
                }
            });
        }
    }

    private bool Passes(PSObject child)
    {
        var name = child.Properties["PSChildName"]?.Value?.ToString() ?? "";
        if (child.BaseObject is FileSystemInfo info)
        {
            if (Directory && info is not DirectoryInfo) { return false; }
            if (File && info is not FileInfo) { return false; }
            if (Hidden && !info.Attributes.HasFlag(FileAttributes.Hidden)) { return false; }
        }
        return (string.IsNullOrEmpty(Filter) || Matches([Filter], name))
            && (Include.Length == 0 || Matches(Include, name))
            && !Matches(Exclude, name);
    }

    private void Write(PSObject child, string root)
    {
        if (!Name)
        {
            WriteObject(child);
            return;
        }
        WriteObject(child.BaseObject is FileSystemInfo info && info.FullName.StartsWith(root, StringComparison.Ordinal)
            ? System.IO.Path.GetRelativePath(root, info.FullName)
            : child.Properties["PSChildName"]?.Value);
    }

    private static bool Matches(string[] patterns, string name) =>
        Array.Exists(patterns, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name));
}
