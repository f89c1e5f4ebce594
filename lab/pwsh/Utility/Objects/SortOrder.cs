using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>The order of Sort-Object, Group-Object and Compare-Object: term by term, absent values first, text by culture.</summary>
internal sealed class SortOrder(List<PropertyTerm> terms, bool descending, bool caseSensitive, CultureInfo culture) : IComparer<SortOrder.SortKey>
{
    /// <summary>An object with the values it is ordered by.</summary>
    internal sealed record SortKey(PSObject Target, object?[] Values);

    public SortKey Key(PSObject target) => new(target, terms.Count == 0
        ? [target]
        : [.. terms.SelectMany(term => Values(term, target))]);

    public int Compare(SortKey? a, SortKey? b)
    {
        for (var i = 0; i < Math.Max(a!.Values.Length, b!.Values.Length); i++)
        {
            var result = CompareValues(a.Values.ElementAtOrDefault(i), b.Values.ElementAtOrDefault(i));
            if (result == 0) { continue; }
            var down = i < terms.Count ? terms[i].Descending ?? descending : descending;
            return down ? -result : result;
        }
        return 0;
    }

    private static IEnumerable<object?> Values(PropertyTerm term, PSObject target)
    {
        var results = term.Expression.GetValues(target, true, true);
        return results.Count == 0 ? [null] : results.Select(result => result.Exception is null ? result.Result : null);
    }

    private int CompareValues(object? first, object? second)
    {
        if (first is null || second is null) { return first is null ? (second is null ? 0 : -1) : 1; }
        var a = first is PSObject left ? left.BaseObject : first;
        var b = second is PSObject right ? right.BaseObject : second;
        if (a is not string || b is not string)
        {
            if (LanguagePrimitives.TryCompare(a, b, !caseSensitive, culture, out var result)) { return result; }
        }
        return culture.CompareInfo.Compare(Text(first), Text(second), caseSensitive ? CompareOptions.None : CompareOptions.IgnoreCase);
    }

    private static string Text(object value) => PSObject.AsPSObject(value).ToString();
}
