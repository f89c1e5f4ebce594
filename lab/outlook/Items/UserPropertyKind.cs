namespace M2K.Lab.Outlook;

/// <summary>OlUserPropertyType: which can be made, what a value becomes (2.6), and the MAPI type suffix of its namespace name.</summary>
internal static class UserPropertyKind
{
    public const int Text = 1;
    public const int DateTime = 5;

    private static readonly int[] Creatable = [1, 3, 5, 6, 7, 11, 12, 14, 18, 19, 20];

    public static void EnsureCreatable(int type)
    {
        if (!Creatable.Contains(type))
        {
            throw OutlookError.BadArgument("A user property of type " + type + " cannot be made.");
        }
    }

    /// <summary>At most 64 characters, none of [ ] _ #.</summary>
    public static void EnsureName(string name)
    {
        if (name.Length is 0 or > 64 || name.IndexOfAny(['[', ']', '_', '#']) >= 0)
        {
            throw OutlookError.BadArgument("The property name '" + name + "' is not valid: 1 to 64 characters, none of [ ] _ #.");
        }
    }

    public static object? Unset(int type) => type switch
    {
        Text or 11 => "",
        DateTime => Fields.NoDate,
        6 => false,
        7 or 20 => 0,
        _ => 0.0,
    };

    /// <summary>A date loses its seconds without a word: timestamps must be stored as text.</summary>
    public static object Cast(int type, object? value, bool coerce) => type switch
    {
        Text or 11 => Variant.Text(value, coerce),
        DateTime => Dates.ToMinute(Dates.EnsureStorable(Variant.Date(value, coerce))),
        6 => Variant.Flag(value, coerce),
        7 or 20 => Variant.Long(value, coerce),
        _ => Variant.Number(value, coerce),
    };

    public static string Suffix(int type) => type switch
    {
        Text => "0x0000001f",
        11 => "0x0000101f",
        DateTime => "0x00000040",
        6 => "0x0000000b",
        7 or 20 => "0x00000003",
        _ => "0x00000005",
    };
}
