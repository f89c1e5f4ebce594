using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Random.</summary>
[Cmdlet(VerbsCommon.Get, "Random", DefaultParameterSetName = "RandomNumberParameterSet")]
public sealed class GetRandomCommand : PSCmdlet
{
    private static Random generator = Random.Shared;

    private readonly List<object?> input = [];

    [Parameter]
    public int? SetSeed { get; set; }

    [Parameter(Position = 0, ParameterSetName = "RandomNumberParameterSet")]
    public object? Maximum { get; set; }

    [Parameter(ParameterSetName = "RandomNumberParameterSet")]
    public object? Minimum { get; set; }

    [Parameter(Position = 0, ParameterSetName = "RandomListItemParameterSet", Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public object[]? InputObject { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    protected override void BeginProcessing()
    {
        if (SetSeed is { } seed) { generator = new Random(seed); }
        if (ParameterSetName != "RandomNumberParameterSet") { return; }
        for (var i = 0; i < Count; i++) { WriteObject(Number()); }
    }

    protected override void ProcessRecord()
    {
        if (ParameterSetName != "RandomNumberParameterSet") { input.AddRange(InputObject ?? []); }
    }

    protected override void EndProcessing()
    {
        if (ParameterSetName == "RandomNumberParameterSet") { return; }
        var all = input.ToArray();
        generator.Shuffle(all);
        foreach (var chosen in all.Take(Count)) { WriteObject(chosen); }
    }

    private object Number()
    {
        var low = Plain(Minimum) ?? 0;
        var high = Plain(Maximum) ?? int.MaxValue;
        if (low is double or float or decimal || high is double or float or decimal)
        {
            var (least, most) = (LanguagePrimitives.ConvertTo<double>(low), LanguagePrimitives.ConvertTo<double>(high));
            Demand(least < most, low, high);
            return least + (generator.NextDouble() * (most - least));
        }
        var (from, to) = (LanguagePrimitives.ConvertTo<long>(low), LanguagePrimitives.ConvertTo<long>(high));
        Demand(from < to, low, high);
        var number = generator.NextInt64(from, to);
        return from is >= int.MinValue && to <= int.MaxValue ? (int)number : number;
    }

    private void Demand(bool right, object low, object high)
    {
        if (right) { return; }
        ThrowTerminatingError(new ErrorRecord(new ArgumentException($"The Minimum value ({low}) cannot be greater than or equal to the Maximum value ({high})."), "MinGreaterThanOrEqualMax", ErrorCategory.InvalidArgument, null));
    }

    private static object? Plain(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
