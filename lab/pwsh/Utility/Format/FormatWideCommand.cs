using System.Management.Automation;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Format-Wide.</summary>
[Cmdlet("Format", "Wide")]
public sealed class FormatWideCommand : OuterFormatShapeCommandBase
{
    public FormatWideCommand() => EngineFormatting.UseShape(this, "Wide");

    [Parameter(Position = 0)]
    public object? Property { get; set; }

    [Parameter]
    public SwitchParameter AutoSize { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Column { get; set; }

    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        EngineFormatting.Reparameterize(this, "WideSpecificParameters", Property is null ? [] : [Property], AutoSize, shape =>
        {
            if (Column > 0) { EngineFormatting.SetField(shape, "columns", Column); }
        });
    }
}
