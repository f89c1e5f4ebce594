using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>One group of Group-Object.</summary>
public sealed class GroupInfo
{
    internal GroupInfo(object?[] values)
    {
        Values = new ArrayList(values);
        Name = string.Join(", ", values.Select(value => value is null ? "" : PSObject.AsPSObject(value).ToString()));
    }

    public int Count { get; private set; }
    public string Name { get; }
    public Collection<PSObject> Group { get; } = [];
    public ArrayList Values { get; }

    internal void Add(PSObject member, bool keep)
    {
        Count++;
        if (keep) { Group.Add(member); }
    }
}
