using System.Management.Automation;
using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Compare-Object.</summary>
[Cmdlet("Compare", "Object")]
public sealed class CompareObjectCommand : PSCmdlet
{
    private readonly List<PSObject> differences = [];

    [Parameter(Position = 0, Mandatory = true)]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = [];

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SyncWindow { get; set; } = int.MaxValue;

    [Parameter]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter ExcludeDifferent { get; set; }

    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    protected override void ProcessRecord() => differences.AddRange(DifferenceObject);

    protected override void EndProcessing()
    {
        var terms = PropertyTerm.ParseAll(this, Property);
        var order = new SortOrder(terms, false, CaseSensitive, Culture is null ? CultureInfo.CurrentCulture : CultureInfo.GetCultureInfo(Culture));
        var references = ReferenceObject.Select(order.Key).ToList();
        var open = Enumerable.Range(0, references.Count).ToList();
        var rest = new List<PSObject>();
        for (var i = 0; i < differences.Count; i++)
        {
            var key = order.Key(differences[i]);
            var match = open.FindIndex(at => Math.Abs((long)at - i) <= SyncWindow && order.Compare(references[at], key) == 0);
            if (match < 0)
            {
                rest.Add(differences[i]);
                continue;
            }
            var equal = references[open[match]].Target;
            open.RemoveAt(match);
            if (IncludeEqual || ExcludeDifferent) { Write(equal, terms, "=="); }
        }
        if (ExcludeDifferent) { return; }
        rest.ForEach(value => Write(value, terms, "=>"));
        open.ForEach(at => Write(references[at].Target, terms, "<="));
    }

    private void Write(PSObject value, List<PropertyTerm> terms, string side)
    {
        var result = PassThru ? value.Copy() : new PSObject();
        if (!PassThru && terms.Count == 0) { result.Properties.Add(new PSNoteProperty("InputObject", value)); }
        if (!PassThru) { terms.ForEach(term => result.Properties.Add(new PSNoteProperty(term.Label ?? term.Expression.ToString(), term.First(value)?.Result))); }
        result.Properties.Add(new PSNoteProperty("SideIndicator", side));
        WriteObject(result);
    }
}
