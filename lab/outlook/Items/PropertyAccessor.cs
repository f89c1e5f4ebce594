namespace M2K.Lab.Outlook;

/// <summary>Properties by namespace (2.5): dates are UTC, a missing property is an error.</summary>
public sealed class PropertyAccessor : DispObj
{
    private readonly IPropertySource source;

    internal PropertyAccessor(Profile profile, IPropertySource source) : base(profile) => this.source = source;

    public object? GetProperty(object? SchemaName) => Call(() => Find(Text(SchemaName)));

    /// <summary>An array; an element that cannot be read is its HRESULT, not an exception.</summary>
    public object? GetProperties(object? SchemaNames) => Call(() =>
        Names(SchemaNames).Select(name => source.Find(name) ?? OutlookError.NotFound).ToArray());

    public void SetProperty(object? SchemaName, object? Value) => Do(() =>
        source.Put(Text(SchemaName), Variant.In(Value) ?? throw OutlookError.Mismatch("a value", null)));

    public void SetProperties(object? SchemaNames, object? Values) => Do(() =>
    {
        var names = Names(SchemaNames);
        var values = Variant.In(Values) as object?[] ?? throw OutlookError.Mismatch("an array", Values);
        for (var n = 0; n < names.Count; n++)
        {
            source.Put(names[n], values[n]);
        }
    });

    public void DeleteProperty(object? SchemaName) => Do(() => source.Drop(Text(SchemaName)));

    public object? BinaryToString(object? Value) => Call(() =>
        Convert.ToHexString(Variant.In(Value) as byte[] ?? throw OutlookError.Mismatch("a byte array", Value)));

    public object? StringToBinary(object? Value) => Call(() => Convert.FromHexString(Text(Value)));

    public object? LocalTimeToUTC(object? Value) => Call(() => Zones.ToUtc(Date(Value), Profile.Zone, Settings));

    public object? UTCToLocalTime(object? Value) => Call(() => Zones.FromUtc(Date(Value), Profile.Zone));

    private object Find(string schema) => source.Find(schema) ?? throw OutlookError.UnknownProperty(schema);

    private static IReadOnlyList<string> Names(object? list) =>
        Variant.In(list) is object?[] names && names.All(n => n is string)
            ? [.. names.Cast<string>()]
            : throw OutlookError.Mismatch("an array of names", list);
}
