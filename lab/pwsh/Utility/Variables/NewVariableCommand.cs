using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Variable: an error if it is there already.</summary>
[Cmdlet(VerbsCommon.New, "Variable", SupportsShouldProcess = true)]
public sealed class NewVariableCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, Mandatory = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public string Description { get; set; } = "";

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"Name: {Name} Value: {Value}", "New variable")) { return; }
        var variable = new PSVariable(Name, Value, Option) { Description = Description };
        try
        {
            new EngineScopes(SessionState).NewVariable(variable, Scope ?? "Local", Force);
            if (PassThru) { WriteObject(variable); }
        }
        catch (SessionStateException error)
        {
            WriteError(new ErrorRecord(error.ErrorRecord, error));
        }
    }
}
