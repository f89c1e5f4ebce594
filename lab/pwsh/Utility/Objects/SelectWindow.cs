using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Select-Object's choice by position: -First, -Last, -Skip, -SkipLast, -Index, -SkipIndex.</summary>
internal sealed class SelectWindow
{
    private readonly Queue<PSObject> held = new();
    private int seen;
    private int passed;

    public int? First { get; init; }
    public int? Last { get; init; }
    public int Skip { get; init; }
    public int SkipLast { get; init; }
    public int[]? Index { get; init; }
    public int[]? SkipIndex { get; init; }

    /// <summary>Nothing that comes later can pass.</summary>
    public bool Full =>
        Last is null && ((First is { } first && passed >= first) || (Index is not null && seen > Index.DefaultIfEmpty(-1).Max()));

    public IEnumerable<PSObject> Take(PSObject value)
    {
        var at = seen++;
        if (Index is not null) { return Index.Contains(at) ? [value] : []; }
        if (SkipIndex is not null) { return SkipIndex.Contains(at) ? [] : [value]; }
        // With -Last alone, -Skip counts from the end.
        var skipAtStart = Last is null || First is not null ? Skip : 0;
        if (at < skipAtStart) { return []; }
        if (First is { } first && passed < first)
        {
            passed++;
            return [value];
        }
        if (Last is { } last) { return Hold(value, last + (First is null ? Skip : 0), pass: false); }
        if (First is not null) { return []; }
        return SkipLast > 0 ? Hold(value, SkipLast, pass: true) : [value];
    }

    public IEnumerable<PSObject> Rest() => Last is { } last ? held.Take(Math.Min(last, held.Count - (First is null ? Math.Min(Skip, held.Count) : 0))) : [];

    private IEnumerable<PSObject> Hold(PSObject value, int most, bool pass)
    {
        held.Enqueue(value);
        if (held.Count <= most) { return []; }
        var oldest = held.Dequeue();
        return pass ? [oldest] : [];
    }
}
