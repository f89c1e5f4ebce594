using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;

namespace M2K.Lab.Desk.Interop;

/// <summary>
/// IDispatch as its own vtable. The CLR's AutoDispatch gives no type information out of process, and PowerShell then reads every property as
/// $null (measured under Wine 8, 2026-11-22).
/// </summary>
[ComImport, Guid("00020400-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
public interface IDispatchByHand
{
    [PreserveSig]
    int GetTypeInfoCount(out uint count);

    [PreserveSig]
    int GetTypeInfo(uint index, uint lcid, out IntPtr info);

    [PreserveSig]
    int GetIDsOfNames(IntPtr iid, IntPtr names, uint count, uint lcid, IntPtr ids);

    /// <summary>result, excepInfo and argErr may each be a null pointer.</summary>
    [PreserveSig]
    int Invoke(int id, IntPtr iid, uint lcid, ushort flags, ref DISPPARAMS given, IntPtr result, IntPtr excepInfo, IntPtr argErr);
}
