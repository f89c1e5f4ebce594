using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Measure-Object.</summary>
[Cmdlet("Measure", "Object", DefaultParameterSetName = "GenericMeasure")]
[OutputType(typeof(GenericMeasureInfo), typeof(TextMeasureInfo))]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private readonly List<(string? Property, object? Value)> input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[]? Property { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter StandardDeviation { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Sum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter AllStats { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Average { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Maximum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Minimum { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Line { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Word { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Character { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter IgnoreWhiteSpace { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null) { return; }
        if (Property is null)
        {
            input.Add((null, InputObject.BaseObject));
            return;
        }
        foreach (var name in Property)
        {
            foreach (var result in new PSPropertyExpression(name).GetValues(InputObject))
            {
                if (result.Exception is null) { input.Add((result.ResolvedExpression.ToString(), result.Result)); }
            }
        }
    }

    protected override void EndProcessing()
    {
        foreach (var name in Property?.Where(name => !WildcardPattern.ContainsWildcardCharacters(name) && !input.Exists(one => name.Equals(one.Property, StringComparison.OrdinalIgnoreCase))) ?? [])
        {
            WriteError(new ErrorRecord(new PSArgumentException($"The property \"{name}\" cannot be found in the input for any objects."), "GenericMeasurePropertyNotFound", ErrorCategory.InvalidArgument, null));
        }
        if (input.Count == 0 && Property is null) { input.Add((null, null)); }
        foreach (var group in input.GroupBy(one => one.Property, StringComparer.OrdinalIgnoreCase))
        {
            var values = group.Select(one => one.Value).Where(value => value is not null).ToList();
            WriteObject(ParameterSetName == "TextMeasure" ? Text(group.Key, values!) : Numbers(group.Key, values!));
        }
    }

    private GenericMeasureInfo Numbers(string? property, List<object> values)
    {
        var info = new GenericMeasureInfo { Count = values.Count, Property = property };
        if (values.Count == 0) { return info; }
        if (Sum || Average || StandardDeviation || AllStats)
        {
            var numbers = values.ConvertAll(LanguagePrimitives.ConvertTo<double>);
            if (Sum || AllStats) { info.Sum = numbers.Sum(); }
            if (Average || AllStats) { info.Average = numbers.Average(); }
            if (StandardDeviation || AllStats) { info.StandardDeviation = numbers.Count < 2 ? 0 : Math.Sqrt(numbers.Sum(number => Math.Pow(number - numbers.Average(), 2)) / (numbers.Count - 1)); }
        }
        if (Maximum || AllStats) { info.Maximum = Extreme(values, 1); }
        if (Minimum || AllStats) { info.Minimum = Extreme(values, -1); }
        return info;
    }

    private TextMeasureInfo Text(string? property, List<object> values)
    {
        var texts = values.ConvertAll(value => PSObject.AsPSObject(value).ToString());
        return new TextMeasureInfo
        {
            Property = property,
            Lines = Line ? texts.Sum(text => text.Length == 0 ? 0 : text.TrimEnd('\n').Split('\n').Length) : null,
            Words = Word ? texts.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) : null,
            Characters = Character ? texts.Sum(text => IgnoreWhiteSpace ? text.Count(c => !char.IsWhiteSpace(c)) : text.Length) : null,
        };
    }

    private static object Extreme(List<object> values, int sign)
    {
        var best = values.Aggregate((a, b) => LanguagePrimitives.Compare(a, b, ignoreCase: true) * sign >= 0 ? a : b);
        // A number comes back as a double, as the real cmdlet's.
        return best is string or DateTime or TimeSpan or Version ? best : LanguagePrimitives.TryConvertTo(best, out double number) ? number : best;
    }
}
