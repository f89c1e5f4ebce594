using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;

namespace M2K.Lab.Desk.Interop;

/// <summary>One type of a library in the making. Methods that are not used stand for their place in the vtable only.</summary>
[ComImport, Guid("00020405-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
internal interface ICreateTypeInfo
{
    void SetGuid(ref Guid guid);

    void SetTypeFlags(uint flags);

    void SetDocString([MarshalAs(UnmanagedType.LPWStr)] string text);

    void SetHelpContext(uint context);

    void SetVersion(ushort major, ushort minor);

    void AddRefTypeInfo(ITypeInfo info, ref uint reference);

    void AddFuncDesc(uint index, ref FUNCDESC description);

    void AddImplType(uint index, uint reference);

    void SetImplTypeFlags(uint index, int flags);

    void SetAlignment(ushort alignment);

    void SetSchema([MarshalAs(UnmanagedType.LPWStr)] string schema);

    void AddVarDesc(uint index, IntPtr description);

    void SetFuncAndParamNames(
        uint index,
        [MarshalAs(UnmanagedType.LPArray, ArraySubType = UnmanagedType.LPWStr, SizeParamIndex = 2)] string[] names,
        uint count);

    void SetVarName(uint index, [MarshalAs(UnmanagedType.LPWStr)] string name);

    void SetTypeDescAlias(IntPtr description);

    void DefineFuncAsDllEntry(uint index, [MarshalAs(UnmanagedType.LPWStr)] string dll, [MarshalAs(UnmanagedType.LPWStr)] string entry);

    void SetFuncDocString(uint index, [MarshalAs(UnmanagedType.LPWStr)] string text);

    void SetVarDocString(uint index, [MarshalAs(UnmanagedType.LPWStr)] string text);

    void SetFuncHelpContext(uint index, uint context);

    void SetVarHelpContext(uint index, uint context);

    void SetMops(uint index, [MarshalAs(UnmanagedType.BStr)] string text);

    void SetTypeIdldesc(IntPtr description);

    void LayOut();
}
