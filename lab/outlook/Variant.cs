using System.Reflection;

namespace M2K.Lab.Outlook;

/// <summary>
/// The one gate every argument and every result passes (desk rule 18). Late-bound COM carries null, bool, int, double,
/// string, date, byte[], arrays and objects; in-process PowerShell would carry and convert anything, so members take
/// <c>object</c> and ask here. What COM may or may not coerce is refused unless <see cref="Settings.GateCoerces"/>.
/// </summary>
internal static class Variant
{
    private const string Wrapper = "System.Management.Automation.PSObject";

    /// <summary>True for an optional argument that was left out or given as [Type]::Missing.</summary>
    public static bool IsMissing(object? value) => value is Missing;

    /// <summary>An argument as COM would deliver it; anything a VARIANT cannot carry is a type mismatch.</summary>
    public static object? In(object? value) => value switch
    {
        null or Missing or bool or int or double or string or byte[] or DispObj => value,
        DateTime date => Date(date),
        short or byte or Enum => Convert.ToInt32(value, null),
        object?[] list => Array.ConvertAll(list, In),
        // .NET refuses these before the call (measured on the desk under Wine, 2026-11-22: 0x80131515).
        ValueType and not IConvertible => throw new NotSupportedException(
            "Type '" + value.GetType().FullName + "' cannot be marshalled to a Variant. Type library is not registered."),
        _ when value.GetType().FullName == Wrapper => throw OutlookError.Mismatch("a plain value", value),
        _ => throw OutlookError.Mismatch("a value COM can carry", value),
    };

    /// <summary>A result as COM would hand it over: dates lose their Kind; an unknown type is a bug of this library.</summary>
    public static object? Out(object? value) => value switch
    {
        null or bool or int or double or string or byte[] or DispObj => value,
        DateTime date => Date(date),
        Array or System.Collections.IEnumerator => value,
        _ => throw new InvalidOperationException("No VARIANT carries " + value.GetType().FullName),
    };

    /// <summary>By VT_DATE: no Kind, whole milliseconds, and the year 1 becomes 1899-12-30 (measured on the desk, 2026-11-22).</summary>
    private static DateTime Date(DateTime date) => DateTime.FromOADate(date.ToOADate());

    public static string Text(object? value, bool coerce) => In(value) switch
    {
        string text => text,
        null when coerce => "",
        int or double or bool when coerce => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        _ => throw OutlookError.Mismatch("String", value),
    };

    public static int Long(object? value, bool coerce) => In(value) switch
    {
        int number => number,
        double real when coerce && real is >= int.MinValue and <= int.MaxValue => (int)Math.Round(real),
        bool flag when coerce => flag ? -1 : 0,
        string text when coerce && int.TryParse(text, out var number) => number,
        null when coerce => 0,
        _ => throw OutlookError.Mismatch("Long", value),
    };

    public static double Number(object? value, bool coerce) => In(value) switch
    {
        double real => real,
        int number => number,
        string text when coerce && double.TryParse(text, out var real) => real,
        _ => throw OutlookError.Mismatch("Double", value),
    };

    public static bool Flag(object? value, bool coerce) => In(value) switch
    {
        bool flag => flag,
        int number when coerce => number != 0,
        null when coerce => false,
        _ => throw OutlookError.Mismatch("Boolean", value),
    };

    public static DateTime Date(object? value, bool coerce) => In(value) switch
    {
        DateTime date => date,
        double serial when coerce => DateTime.FromOADate(serial),
        string text when coerce && DateTime.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var date) => date,
        _ => throw OutlookError.Mismatch("Date", value),
    };

    public static T Object<T>(object? value) where T : DispObj =>
        In(value) as T ?? throw OutlookError.Mismatch(typeof(T).Name, value);
}
