using System.Management.Automation;
using M2K.Lab.Pwsh.Management;

namespace Microsoft.PowerShell.Commands;

/// <summary>-Path and -LiteralPath, -Force, and the filters by name that the item cmdlets share.</summary>
public abstract class ItemCommandBase : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, Mandatory = true)]
    public virtual string[] Path { get; set; } = [];

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter]
    public string? Filter { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected bool Literal => ParameterSetName == "LiteralPath";

    /// <summary>Whether a name passes -Filter, -Include and -Exclude.</summary>
    protected bool Passes(string name) =>
        (string.IsNullOrEmpty(Filter) || Matches([Filter], name))
        && (Include.Length == 0 || Matches(Include, name))
        && !Matches(Exclude, name);

    /// <summary>The existing items a path names, as provider-qualified paths that need no further wildcard expansion.</summary>
    protected List<string> Resolve(string path)
    {
        var found = new List<string>();
        ProviderCall.Try(this, () =>
        {
            if (!Literal)
            {
                found.AddRange(SessionState.Path.GetResolvedPSPathFromPSPath(path).Select(one => one.Path));
            }
            else if (InvokeProvider.Item.Exists(path, Force, literalPath: true))
            {
                found.Add(path);
            }
            else
            {
                throw new ItemNotFoundException($"Cannot find path '{SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)}' because it does not exist.");
            }
        });
        return found.FindAll(one => Passes(SessionState.Path.ParseChildName(one)));
    }

    private static bool Matches(string[] patterns, string name) =>
        Array.Exists(patterns, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name));
}
