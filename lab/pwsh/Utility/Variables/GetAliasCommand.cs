using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Alias.</summary>
[Cmdlet(VerbsCommon.Get, "Alias", DefaultParameterSetName = "Default")]
[OutputType(typeof(AliasInfo))]
public sealed class GetAliasCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Default", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    public string? Scope { get; set; }

    [Parameter(ParameterSetName = "Definition")]
    [ValidateNotNullOrEmpty]
    public string[]? Definition { get; set; }

    protected override void ProcessRecord()
    {
        var all = new EngineScopes(SessionState).Aliases(Scope).OrderBy(alias => alias.Name, StringComparer.CurrentCultureIgnoreCase).ToList();
        foreach (var name in Definition ?? Name)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var found = all.Where(alias => pattern.IsMatch(Definition is null ? alias.Name : alias.Definition)
                && !Array.Exists(Exclude, excluded => WildcardPattern.Get(excluded, WildcardOptions.IgnoreCase).IsMatch(alias.Name))).ToList();
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(new ErrorRecord(new ItemNotFoundException($"This command cannot find a matching alias because an alias with the {(Definition is null ? "name" : "definition")} '{name}' does not exist."), "ItemNotFoundException", ErrorCategory.ObjectNotFound, name));
            }
            found.ForEach(WriteObject);
        }
    }
}
