using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Format-Custom.</summary>
[Cmdlet("Format", "Custom")]
public sealed class FormatCustomCommand : OuterFormatShapeCommandBase
{
    public FormatCustomCommand() => EngineFormatting.UseShape(this, "Complex");

    [Parameter(Position = 0)]
    public object[] Property { get; set; } = [];

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 5;

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        EngineFormatting.Reparameterize(this, "ComplexSpecificParameters", Property, false, shape => EngineFormatting.SetField(shape, "maxDepth", Depth));
    }
}
