using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Sort-Object. Always stable.</summary>
[Cmdlet("Sort", "Object", DefaultParameterSetName = "Default")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    [Parameter(ParameterSetName = "Default")]
    public SwitchParameter Stable { get; set; }

    [Parameter(ParameterSetName = "Top", Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; }

    [Parameter(ParameterSetName = "Bottom", Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Bottom { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null) { input.Add(InputObject); }
    }

    protected override void EndProcessing()
    {
        var terms = PropertyTerm.ParseAll(this, Property);
        var order = new SortOrder(terms, Descending, CaseSensitive, Culture is null ? CultureInfo.CurrentCulture : CultureInfo.GetCultureInfo(Culture));
        var sorted = input.Select(order.Key).Order(order).ToList();
        if (Unique) { sorted = sorted.Where((key, i) => i == 0 || order.Compare(sorted[i - 1], key) != 0).ToList(); }
        if (Top > 0) { sorted = sorted.Take(Top).ToList(); }
        if (Bottom > 0) { sorted = sorted.TakeLast(Bottom).ToList(); }
        foreach (var key in sorted) { WriteObject(key.Target); }
    }
}
