using System.Management.Automation;
using System.Linq;

namespace Microsoft.PowerShell.Commands;

/// <summary>Tee-Object.</summary>
[Cmdlet("Tee", "Object", DefaultParameterSetName = "File")]
public sealed class TeeObjectCommand : PSCmdlet
{
    private readonly List<PSObject> kept = [];
    private SteppablePipeline? file;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("Path")]
    public string FilePath { get; set; } = "";

    [Parameter(Mandatory = true, ParameterSetName = "LiteralFile")]
    [Alias("PSPath", "LP")]
    public string LiteralPath { get => FilePath; set => FilePath = value; }

    [Parameter(ParameterSetName = "File")]
    [Parameter(ParameterSetName = "Variable")]
    public SwitchParameter Append { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Variable")]
    public string Variable { get; set; } = "";

    protected override void BeginProcessing()
    {
        if (ParameterSetName == "Variable") { return; }
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Utility\\Out-File")
            .AddParameter(ParameterSetName == "File" ? "FilePath" : "LiteralPath", FilePath)
            .AddParameter("Append", Append);
        file = shell.GetSteppablePipeline();
        file.Begin(expectInput: true);
    }

    protected override void ProcessRecord()
    {
        if (file is not null) { file.Process(InputObject); }
        else if (InputObject is not null) { kept.Add(InputObject); }
        WriteObject(InputObject);
    }

    protected override void EndProcessing()
    {
        file?.End();
        if (ParameterSetName != "Variable") { return; }
        var before = Append ? LanguagePrimitives.GetEnumerable(GetVariableValue(Variable))?.Cast<object>() ?? [GetVariableValue(Variable)] : [];
        object?[] all = [.. before.Where(value => value is not null), .. kept];
        SessionState.PSVariable.Set(Variable, all.Length == 1 ? all[0] : all);
    }
}
