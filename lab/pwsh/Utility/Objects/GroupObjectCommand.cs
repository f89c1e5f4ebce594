using System.Management.Automation;
using System.Collections;
using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Group-Object.</summary>
[Cmdlet("Group", "Object", DefaultParameterSetName = "HashTable")]
[OutputType(typeof(GroupInfo), typeof(Hashtable))]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly List<PSObject> input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter NoElement { get; set; }

    [Parameter(ParameterSetName = "HashTable")]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    [Parameter(ParameterSetName = "HashTable")]
    public SwitchParameter AsString { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null) { input.Add(InputObject); }
    }

    protected override void EndProcessing()
    {
        var culture = Culture is null ? CultureInfo.CurrentCulture : CultureInfo.GetCultureInfo(Culture);
        var order = new SortOrder(PropertyTerm.ParseAll(this, Property), false, CaseSensitive, culture);
        var groups = new List<GroupInfo>();
        // Sorted first: groups come out in the order of their names, members in the order they came.
        SortOrder.SortKey? last = null;
        foreach (var key in input.Select(order.Key).Order(order))
        {
            if (last is null || order.Compare(last, key) != 0) { groups.Add(new GroupInfo(key.Values)); }
            groups[^1].Add(key.Target, keep: !NoElement);
            last = key;
        }
        if (!AsHashTable)
        {
            groups.ForEach(WriteObject);
            return;
        }
        var table = new Hashtable(CaseSensitive ? StringComparer.CurrentCulture : StringComparer.CurrentCultureIgnoreCase);
        foreach (var group in groups)
        {
            var first = group.Values.Count > 0 ? group.Values[0] : null;
            table[AsString || first is null ? group.Name : first is PSObject wrapped ? wrapped.BaseObject : first] = group.Group;
        }
        WriteObject(table);
    }
}
