using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;

namespace M2K.Lab.Desk.Interop;

/// <summary>oleaut32's type library writer, down to the last method used here.</summary>
[ComImport, Guid("00020406-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
internal interface ICreateTypeLib
{
    ICreateTypeInfo CreateTypeInfo([MarshalAs(UnmanagedType.LPWStr)] string name, TYPEKIND kind);

    void SetName([MarshalAs(UnmanagedType.LPWStr)] string name);

    void SetVersion(ushort major, ushort minor);

    void SetGuid(ref Guid guid);

    void SetDocString([MarshalAs(UnmanagedType.LPWStr)] string text);

    void SetHelpFileName([MarshalAs(UnmanagedType.LPWStr)] string name);

    void SetHelpContext(uint context);

    void SetLcid(uint lcid);
}
