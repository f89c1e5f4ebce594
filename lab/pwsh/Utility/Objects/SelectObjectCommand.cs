using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Select-Object. Which objects pass is decided by <see cref="SelectWindow"/>, what of them by <see cref="PropertySelection"/>.</summary>
[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "DefaultParameter")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly List<PSObject> unique = [];
    private PropertySelection selection = null!;
    private SelectWindow window = null!;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, ParameterSetName = "DefaultParameter")]
    [Parameter(Position = 0, ParameterSetName = "SkipLastParameter")]
    public object[]? Property { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string[]? ExcludeProperty { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    public string? ExpandProperty { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Last { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int First { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    [Parameter(ParameterSetName = "SkipLastParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    [Parameter(ParameterSetName = "DefaultParameter")]
    [Parameter(ParameterSetName = "IndexParameter")]
    public SwitchParameter Wait { get; set; }

    [Parameter(ParameterSetName = "IndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Index { get; set; }

    [Parameter(ParameterSetName = "SkipIndexParameter")]
    [ValidateRange(0, int.MaxValue)]
    public int[]? SkipIndex { get; set; }

    protected override void BeginProcessing()
    {
        selection = new PropertySelection(this, Property, ExcludeProperty, ExpandProperty);
        window = new SelectWindow
        {
            First = MyInvocation.BoundParameters.ContainsKey(nameof(First)) ? First : null,
            Last = MyInvocation.BoundParameters.ContainsKey(nameof(Last)) ? Last : null,
            Skip = Skip,
            SkipLast = SkipLast,
            Index = Index,
            SkipIndex = SkipIndex,
        };
    }

    protected override void ProcessRecord()
    {
        if (InputObject is null || ReferenceEquals(InputObject, System.Management.Automation.Internal.AutomationNull.Value)) { return; }
        foreach (var passed in window.Take(InputObject)) { Select(passed); }
        if (window.Full && !Wait && !Unique) { throw EngineInternals.StopUpstream(this); }
    }

    protected override void EndProcessing()
    {
        foreach (var passed in window.Rest()) { Select(passed); }
        foreach (var value in unique) { WriteObject(value); }
    }

    private void Select(PSObject value)
    {
        foreach (var result in selection.Apply(value))
        {
            if (!Unique) { WriteObject(result); }
            else if (!unique.Exists(known => PropertySelection.Same(known, result, CaseInsensitive))) { unique.Add(result); }
        }
    }
}
