using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.Interop;

/// <summary>IEnumVARIANT with raw VARIANTs, so that objects in it are marshalled as our own IDispatch.</summary>
[ComImport, Guid("00020404-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
public interface IEnumVariantByHand
{
    [PreserveSig]
    int Next(uint wanted, IntPtr variants, IntPtr fetched);

    [PreserveSig]
    int Skip(uint count);

    [PreserveSig]
    int Reset();

    [PreserveSig]
    int Clone(out IntPtr clone);
}
