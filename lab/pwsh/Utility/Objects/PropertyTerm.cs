using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// One element of a -Property list: a name (perhaps with wildcards), a script block, or a hashtable of
/// Expression with Name/Label, Ascending, Descending, FormatString ... by any unambiguous prefix.
/// </summary>
internal sealed class PropertyTerm
{
    private static readonly string[] Keys = ["expression", "name", "label", "ascending", "descending", "formatstring", "width", "alignment", "depth"];

    private readonly Dictionary<string, object?> options = new(StringComparer.OrdinalIgnoreCase);

    private PropertyTerm(PSPropertyExpression expression) => Expression = expression;

    public PSPropertyExpression Expression { get; }

    public string? Label => (options.GetValueOrDefault("name") ?? options.GetValueOrDefault("label")) is { } label ? PSObject.AsPSObject(label).ToString() : null;

    /// <summary>True, false, or null when the term does not say.</summary>
    public bool? Descending =>
        options.TryGetValue("descending", out var down) ? LanguagePrimitives.IsTrue(down)
        : options.TryGetValue("ascending", out var up) ? !LanguagePrimitives.IsTrue(up)
        : null;

    public static List<PropertyTerm> ParseAll(PSCmdlet command, object[]? terms)
    {
        var parsed = new List<PropertyTerm>();
        foreach (var term in terms ?? [])
        {
            var value = term is PSObject wrapped ? wrapped.BaseObject : term;
            parsed.Add(value switch
            {
                string name => new PropertyTerm(new PSPropertyExpression(name)),
                ScriptBlock script => new PropertyTerm(new PSPropertyExpression(script)),
                IDictionary table => FromTable(command, table),
                null => throw Wrong(command, "Cannot convert null to one of the following types {System.String, System.Management.Automation.ScriptBlock, System.Collections.Hashtable}.", "DictionaryKeyUnknownType"),
                _ => new PropertyTerm(new PSPropertyExpression(LanguagePrimitives.ConvertTo<string>(value))),
            });
        }
        return parsed;
    }

    /// <summary>The first value of the term on an object; null if it has none.</summary>
    public PSPropertyExpressionResult? First(PSObject? target) => target is null ? null : Expression.GetValues(target, true, true).FirstOrDefault();

    private static PropertyTerm FromTable(PSCmdlet command, IDictionary table)
    {
        var found = new Dictionary<string, object?>();
        foreach (DictionaryEntry entry in table)
        {
            var key = entry.Key.ToString() ?? "";
            var name = Array.Find(Keys, known => key.Length > 0 && known.StartsWith(key, StringComparison.OrdinalIgnoreCase))
                ?? throw Wrong(command, $"The {key} key is not valid.", "DictionaryKeyIllegal");
            found[name] = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        }
        var expression = found.GetValueOrDefault("expression") ?? found.GetValueOrDefault("name") ?? found.GetValueOrDefault("label");
        var term = expression switch
        {
            ScriptBlock script => new PropertyTerm(new PSPropertyExpression(script)),
            null => throw Wrong(command, "The hash table has no Expression key.", "DictionaryKeyMandatoryEntry"),
            _ => new PropertyTerm(new PSPropertyExpression(LanguagePrimitives.ConvertTo<string>(expression))),
        };
        foreach (var (key, value) in found) { term.options[key] = value; }
        return term;
    }

    private static Exception Wrong(PSCmdlet command, string message, string id)
    {
        command.ThrowTerminatingError(new ErrorRecord(new ArgumentException(message), id, ErrorCategory.InvalidArgument, null));
        return new InvalidOperationException();
    }
}
