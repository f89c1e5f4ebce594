using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using System.Numerics;
using System.Reflection;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Brings any object into null, text, numbers, dates, ordered dictionaries and lists, as deep as asked.
/// Deeper values become their text: silently in 5.1, with a warning since 7.1.
/// </summary>
internal sealed class JsonShape(int maxDepth, bool enumsAsStrings)
{
    public bool Truncated { get; private set; }

    public object? Of(object? value, int depth = 0)
    {
        var wrapped = value as PSObject;
        var plain = wrapped?.BaseObject ?? value;
        if (plain is null or DBNull || ReferenceEquals(plain, System.Management.Automation.Internal.AutomationNull.Value)) { return null; }
        var scalar = Scalar(plain);
        if (scalar is not null) { return WithExtended(wrapped, scalar, depth); }
        if (depth > maxDepth)
        {
            Truncated = true;
            return LanguagePrimitives.ConvertTo<string>(wrapped ?? plain);
        }
        return plain switch
        {
            PSCustomObject => Properties(wrapped!.Properties, depth),
            IDictionary table => Dictionary(table, wrapped, depth),
            IEnumerable list => WithExtended(wrapped, list.Cast<object?>().Select(item => Of(item, depth + 1)).ToList(), depth),
            _ => Members(plain, wrapped, depth),
        };
    }

    private object? Scalar(object value) => value switch
    {
        string or bool or DateTime or DateTimeOffset or Guid or Uri or double or float or decimal or BigInteger => value,
        char c => c.ToString(),
        Enum e => enumsAsStrings ? e.ToString() : Convert.ChangeType(e, Enum.GetUnderlyingType(e.GetType())),
        _ => value.GetType().IsPrimitive ? value : null,
    };

    private OrderedDictionary Dictionary(IDictionary table, PSObject? wrapped, int depth)
    {
        var result = new OrderedDictionary();
        foreach (DictionaryEntry entry in table)
        {
            if (entry.Key is not string && LabEdition.IsDesktop)
            {
                throw new PSInvalidOperationException($"The type '{table.GetType().FullName}' is not supported for serialization or deserialization of a dictionary. Keys must be strings.");
            }
            result[entry.Key.ToString()!] = Of(entry.Value, depth + 1);
        }
        AddExtended(result, wrapped, depth);
        return result;
    }

    private OrderedDictionary Members(object value, PSObject? wrapped, int depth)
    {
        var result = new OrderedDictionary();
        foreach (var field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance))
        {
            result[field.Name] = Of(field.GetValue(value), depth + 1);
        }
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!property.CanRead || property.GetIndexParameters().Length > 0) { continue; }
            object? read = null;
            try
            {
                read = property.GetValue(value);
            }
            catch (TargetInvocationException)
            {
                // A getter that throws is written as null, as the real cmdlet does.
            }
            result[property.Name] = Of(read, depth + 1);
        }
        AddExtended(result, wrapped, depth);
        return result;
    }

    private OrderedDictionary Properties(IEnumerable<PSPropertyInfo> properties, int depth)
    {
        var result = new OrderedDictionary();
        foreach (var property in properties) { result[property.Name] = Read(property, depth); }
        return result;
    }

    /// <summary>A value with properties added to it becomes {"value": ..., added ...}.</summary>
    private object WithExtended(PSObject? wrapped, object value, int depth)
    {
        var result = new OrderedDictionary { ["value"] = value };
        AddExtended(result, wrapped, depth);
        // 5.1's type data gives every array that has passed through the pipeline a Count.
        if (LabEdition.IsDesktop && wrapped?.BaseObject is Array array) { result["Count"] = array.Length; }
        return result.Count == 1 ? value : result;
    }

    private void AddExtended(OrderedDictionary result, PSObject? wrapped, int depth)
    {
        // Since 7.2 a string and a date are only themselves.
        if (wrapped is null || (!LabEdition.IsDesktop && wrapped.BaseObject is string or DateTime)) { return; }
        foreach (var member in wrapped.Members.Match("*", PSMemberTypes.NoteProperty | PSMemberTypes.AliasProperty | PSMemberTypes.ScriptProperty | PSMemberTypes.CodeProperty))
        {
            if (member is PSPropertyInfo property && !result.Contains(property.Name)) { result[property.Name] = Read(property, depth); }
        }
    }

    private object? Read(PSPropertyInfo property, int depth)
    {
        try
        {
            return Of(property.Value, depth + 1);
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
