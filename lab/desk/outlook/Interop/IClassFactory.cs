using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.Interop;

[ComImport, Guid("00000001-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
public interface IClassFactory
{
    [PreserveSig]
    int CreateInstance(IntPtr outer, ref Guid iid, out IntPtr made);

    [PreserveSig]
    int LockServer(bool on);
}
