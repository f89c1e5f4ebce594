using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Select-Object's choice of properties: -Property (calculated ones too), -ExcludeProperty, -ExpandProperty.</summary>
internal sealed class PropertySelection
{
    private readonly PSCmdlet command;
    private readonly List<PropertyTerm> terms;
    private readonly WildcardPattern[] excluded;
    private readonly PSPropertyExpression? expand;

    public PropertySelection(PSCmdlet command, object[]? property, string[]? exclude, string? expand)
    {
        this.command = command;
        terms = PropertyTerm.ParseAll(command, property);
        excluded = [.. (exclude ?? []).Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase))];
        // -ExcludeProperty alone means: everything else.
        if (terms.Count == 0 && excluded.Length > 0 && expand is null) { terms = PropertyTerm.ParseAll(command, ["*"]); }
        this.expand = string.IsNullOrEmpty(expand) ? null : new PSPropertyExpression(expand);
    }

    public IEnumerable<PSObject> Apply(PSObject value)
    {
        if (terms.Count == 0 && expand is null) { return [value]; }
        if (terms.Count == 0) { return Expand(value, []); }
        var properties = Properties(value);
        if (expand is not null) { return Expand(value, properties); }
        var result = new PSObject();
        foreach (var property in properties) { Add(result, property); }
        result.TypeNames.Insert(0, "Selected." + value.TypeNames.FirstOrDefault());
        return [result];
    }

    /// <summary>Equality as -Unique sees it: the values, or for made objects every property.</summary>
    public static bool Same(PSObject a, PSObject b, bool ignoreCase)
    {
        if (a.BaseObject is not PSCustomObject || b.BaseObject is not PSCustomObject)
        {
            return LanguagePrimitives.Equals(a.BaseObject, b.BaseObject, ignoreCase);
        }
        var left = a.Properties.ToArray();
        var right = b.Properties.ToArray();
        return left.Length == right.Length && left.Zip(right).All(pair =>
            pair.First.Name.Equals(pair.Second.Name, StringComparison.OrdinalIgnoreCase)
            && LanguagePrimitives.Equals(pair.First.Value, pair.Second.Value, ignoreCase));
    }

    private List<PSNoteProperty> Properties(PSObject value)
    {
        var found = new List<PSNoteProperty>();
        foreach (var term in terms)
        {
            var names = term.Expression.ResolveNames(value);
            if (names.Count == 0 && !term.Expression.HasWildCardCharacters) { names.Add(term.Expression); }
            foreach (var name in names)
            {
                if (term.Expression.HasWildCardCharacters && IsExcluded(name.ToString())) { continue; }
                var result = name.GetValues(value).FirstOrDefault();
                var label = term.Label ?? name.ToString();
                if (term.Label is null && IsExcluded(label)) { continue; }
                found.Add(new PSNoteProperty(label, result?.Exception is null ? result?.Result : null));
            }
        }
        return found;
    }

    private IEnumerable<PSObject> Expand(PSObject value, List<PSNoteProperty> properties)
    {
        var results = expand!.GetValues(value);
        if (results.Count == 0)
        {
            command.WriteError(new ErrorRecord(new PSArgumentException($"Property \"{expand}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, value));
            yield break;
        }
        if (results.Count > 1)
        {
            command.WriteError(new ErrorRecord(new PSArgumentException("Multiple properties cannot be expanded."), "MutlipleExpandProperties", ErrorCategory.InvalidArgument, value));
            yield break;
        }
        if (results[0].Exception is { } error)
        {
            command.WriteError(new ErrorRecord(error, "PropertyEvaluationExpand", ErrorCategory.InvalidResult, value));
            yield break;
        }
        if (results[0].Result is null) { yield break; }
        if (LanguagePrimitives.GetEnumerable(results[0].Result) is not { } list)
        {
            yield return WithProperties(results[0].Result, properties);
            yield break;
        }
        foreach (var item in list) { if (item is not null) { yield return WithProperties(item, properties); } }
    }

    private PSObject WithProperties(object value, List<PSNoteProperty> properties)
    {
        // A copy, so that the expanded object itself does not grow properties.
        var result = properties.Count == 0 ? PSObject.AsPSObject(value) : PSObject.AsPSObject(value).Copy();
        foreach (var property in properties) { Add(result, property); }
        return result;
    }

    private void Add(PSObject result, PSNoteProperty property)
    {
        if (result.Properties[property.Name] is not null)
        {
            command.WriteError(new ErrorRecord(
                new InvalidOperationException($"The property cannot be processed because the property \"{property.Name}\" already exists."),
                "AlreadyExistingUserSpecifiedPropertyNoExpand", ErrorCategory.InvalidOperation, null));
            return;
        }
        result.Properties.Add(property);
    }

    private bool IsExcluded(string name) => Array.Exists(excluded, pattern => pattern.IsMatch(name));
}
