namespace Microsoft.PowerShell.Commands;

/// <summary>Measure-Object's numbers; those not asked for are null.</summary>
public sealed class GenericMeasureInfo : MeasureInfo
{
    public int Count { get; set; }
    public double? Average { get; set; }
    public double? Sum { get; set; }
    public object? Maximum { get; set; }
    public object? Minimum { get; set; }
    public double? StandardDeviation { get; set; }
}
