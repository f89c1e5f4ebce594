using System.Collections;
using System.Runtime.InteropServices;
using M2K.Lab.Desk.Interop;
using M2K.Lab.Outlook;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>A member's result to a VARIANT.</summary>
internal static class Results
{
    private const short DispatchType = 9;
    private const short UnknownType = 13;

    public static void Write(object? value, IntPtr variant)
    {
        Marshal.WriteInt64(variant, 0, 0);
        Marshal.WriteInt64(variant, 8, 0);
        switch (value)
        {
            case null:
                return;
            case DispObj or Server.LabServer:
                Put(variant, DispatchType, DispatchObject.PointerTo(value));
                return;
            case IEnumerator walk:
                Put(variant, UnknownType, VariantEnumerator.PointerTo(walk));
                return;
            default:
                Marshal.GetNativeVariantForObject(value, variant);
                return;
        }
    }

    private static void Put(IntPtr variant, short type, IntPtr pointer)
    {
        Marshal.WriteInt16(variant, type);
        Marshal.WriteIntPtr(variant, 8, pointer);
    }
}
