using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Alias.</summary>
[Cmdlet(VerbsCommon.New, "Alias", SupportsShouldProcess = true)]
[OutputType(typeof(AliasInfo))]
public sealed class NewAliasCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Value { get; set; } = "";

    [Parameter]
    public string Description { get; set; } = "";

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"Name: {Name} Value: {Value}", "New Alias")) { return; }
        var scopes = new EngineScopes(SessionState);
        if (!Force && scopes.Aliases(Scope).Any(known => known.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)))
        {
            WriteError(new ErrorRecord(new SessionStateException($"The alias is not allowed, because an alias with the name '{Name}' already exists."), "AliasAlreadyExists", ErrorCategory.ResourceExists, Name));
            return;
        }
        try
        {
            InvokeCommand.GetCommand(Value, CommandTypes.All);
            var alias = NewAlias();
            scopes.SetAlias(alias, Scope, Force);
            if (PassThru) { WriteObject(alias); }
        }
        catch (SessionStateException error)
        {
            WriteError(new ErrorRecord(error.ErrorRecord, error));
        }
    }

    private AliasInfo NewAlias() => EngineInternals.NewAlias(this, Name, Value, Option, Description);
}
