using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Variable.</summary>
[Cmdlet(VerbsCommon.Set, "Variable", SupportsShouldProcess = true)]
[OutputType(typeof(PSVariable))]
public sealed class SetVariableCommand : PSCmdlet
{
    private readonly List<object?> piped = [];

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, Mandatory = true)]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public string? Description { get; set; }

    [Parameter]
    public ScopedItemOptions Option { get; set; } = ScopedItemOptions.None;

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string? Scope { get; set; }

    protected override void ProcessRecord() => piped.Add(Value);

    protected override void EndProcessing()
    {
        var value = piped.Count == 1 ? piped[0] : piped.ToArray();
        foreach (var name in Name)
        {
            if (!ShouldProcess($"Name: {name} Value: {value}", "Set variable")) { continue; }
            try
            {
                WriteIfAsked(Set(name, value));
            }
            catch (SessionStateException error)
            {
                WriteError(new ErrorRecord(error.ErrorRecord, error));
            }
        }
    }

    private PSVariable Set(string name, object? value)
    {
        var scopes = new EngineScopes(SessionState);
        // Without -Scope the local scope, as the real cmdlet; a prefix in the name (script:x) names its own.
        if (Scope is null && name.Contains(':'))
        {
            SessionState.PSVariable.Set(name, value);
            return SessionState.PSVariable.Get(name);
        }
        var scope = Scope ?? "Local";
        if (scopes.Variable(name, scope) is { } known)
        {
            if (Force && known.Options.HasFlag(ScopedItemOptions.ReadOnly)) { known.Options &= ~ScopedItemOptions.ReadOnly; }
            known.Value = value;
            if (Description is not null) { known.Description = Description; }
            if (MyInvocation.BoundParameters.ContainsKey(nameof(Option))) { known.Options = Option; }
            return known;
        }
        var made = new PSVariable(name, value, Option) { Description = Description ?? "" };
        scopes.SetVariable(made, scope, Force);
        return made;
    }

    private void WriteIfAsked(PSVariable variable)
    {
        if (PassThru) { WriteObject(variable); }
    }
}
