namespace Microsoft.PowerShell.Commands;

/// <summary>Measure-Object -Line -Word -Character; those not asked for are null.</summary>
public sealed class TextMeasureInfo : MeasureInfo
{
    public int? Lines { get; set; }
    public int? Words { get; set; }
    public int? Characters { get; set; }
}
