using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;
using Newtonsoft.Json;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertTo-Json. What becomes of an object is <see cref="JsonShape"/>'s, how it is written the edition's.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
[OutputType(typeof(string))]
public sealed class ConvertToJsonCommand : PSCmdlet, IDynamicParameters
{
    private readonly NewerParameters newer = new();
    private readonly List<object?> input = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Compress { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord() => input.Add(InputObject);

    protected override void EndProcessing()
    {
        if (input.Count == 0) { return; }
        object? whole = input.Count > 1 || newer.AsArray ? input : input[0];
        var shape = new JsonShape(Depth, newer.EnumsAsStrings);
        var plain = shape.Of(whole);
        if (shape.Truncated && !LabEdition.IsDesktop)
        {
            WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
        }
        WriteObject(LabEdition.IsDesktop ? DesktopJsonWriter.Write(plain, Compress) : CoreJsonWriter.Write(plain, Compress, newer.EscapeHandling));
    }

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter]
        public SwitchParameter EnumsAsStrings { get; set; }

        [Parameter]
        public SwitchParameter AsArray { get; set; }

        [Parameter]
        public StringEscapeHandling EscapeHandling { get; set; } = StringEscapeHandling.Default;
    }
}
