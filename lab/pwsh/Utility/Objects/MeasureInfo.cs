namespace Microsoft.PowerShell.Commands;

/// <summary>What every measure says of itself.</summary>
public abstract class MeasureInfo
{
    public string? Property { get; set; }
}
