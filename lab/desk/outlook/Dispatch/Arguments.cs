using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>DISPPARAMS to the arguments of a member. Converts nothing: what a value may be is the library's gate's business.</summary>
internal static class Arguments
{
    public const int VariantSize = 24;
    private const int PutValue = -3;
    private const short Error = 10;

    /// <summary>Gives an HRESULT, the arguments in order (left-out ones as Missing), and which of the given ones is wrong.</summary>
    public static (int Code, object?[] Values, int At) Read(DISPPARAMS given, IReadOnlyList<ParameterInfo> wanted)
    {
        if (given.cArgs > wanted.Count)
        {
            return (Codes.BadParameterCount, [], 0);
        }

        var values = new object?[wanted.Count];
        Array.Fill(values, Type.Missing);
        for (var n = 0; n < given.cArgs; n++)
        {
            var at = Position(given, n, wanted.Count);
            if (at < 0 || at >= values.Length)
            {
                return (Codes.ParameterNotFound, [], n);
            }

            var variant = given.rgvarg + (VariantSize * n);
            if (Marshal.ReadInt16(variant) == Error && Marshal.ReadInt32(variant, 8) == Codes.ParameterNotFound)
            {
                continue;
            }

            try
            {
                var value = Marshal.GetObjectForNativeVariant(variant);
                values[at] = value is DispatchObject ours ? ours.Target : value;
            }
            catch (Exception error) when (error is ArgumentException or NotSupportedException or InvalidOleVariantTypeException)
            {
                return (Codes.TypeMismatch, [], n);
            }
        }

        var missing = values.Where((value, at) => value == Type.Missing && !wanted[at].IsOptional).Any();
        return (missing ? Codes.ParameterNotOptional : Codes.Ok, values, 0);
    }

    /// <summary>Positional arguments stand in reverse order, behind the named ones.</summary>
    private static int Position(DISPPARAMS given, int n, int count)
    {
        if (n >= given.cNamedArgs)
        {
            return given.cArgs - 1 - n;
        }

        var name = Marshal.ReadInt32(given.rgdispidNamedArgs, 4 * n);
        return name == PutValue ? count - 1 : name;
    }
}
