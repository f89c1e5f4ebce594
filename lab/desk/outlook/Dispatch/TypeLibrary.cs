using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
using System.Security.Cryptography;
using System.Text;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>
/// Type information made at run time, a dispinterface a class. Every argument and result is a VARIANT: Outlook's own library names their types,
/// by which PowerShell converts an argument before the call; here nothing is converted on the way, so that a wrong type is seen (desk rule 18).
/// </summary>
internal static class TypeLibrary
{
    private const int Win64 = 3;
    private const uint Dispatchable = 0x1000;
    private const short Variant = 12;
    private const short Void = 24;
    private static readonly Lazy<ICreateTypeLib> Library = new(Create);
    private static readonly Lazy<ITypeInfo> StandardDispatch = new(LoadStandardDispatch);

    public static ITypeInfo Describe(string name, IReadOnlyList<ComMember> members)
    {
        var made = Library.Value.CreateTypeInfo("_" + name, TYPEKIND.TKIND_DISPATCH);
        var guid = GuidOf(name);
        made.SetGuid(ref guid);
        made.SetTypeFlags(Dispatchable);
        // Wine counts the seven functions of IDispatch among those of a dispinterface: it must inherit them, or listing ends in TYPE_E_ELEMENTNOTFOUND.
        uint reference = 0;
        made.AddRefTypeInfo(StandardDispatch.Value, ref reference);
        made.AddImplType(0, reference);
        uint index = 0;
        foreach (var member in members)
        {
            Add(made, ref index, member, INVOKEKIND.INVOKE_FUNC, member.Method);
            Add(made, ref index, member, INVOKEKIND.INVOKE_PROPERTYGET, member.Property?.GetMethod);
            Add(made, ref index, member, INVOKEKIND.INVOKE_PROPERTYPUT, member.Property?.SetMethod);
        }

        made.LayOut();
        return (ITypeInfo)made;
    }

    private static void Add(ICreateTypeInfo made, ref uint index, ComMember member, INVOKEKIND kind, MethodInfo? side)
    {
        if (side is null)
        {
            return;
        }

        var parameters = side.GetParameters();
        var size = Marshal.SizeOf<ELEMDESC>();
        var elements = Marshal.AllocCoTaskMem(size * Math.Max(1, parameters.Length));
        for (var n = 0; n < parameters.Length; n++)
        {
            var element = new ELEMDESC();
            element.tdesc.vt = Variant;
            element.desc.paramdesc.wParamFlags = PARAMFLAG.PARAMFLAG_FIN | (parameters[n].IsOptional ? PARAMFLAG.PARAMFLAG_FOPT : PARAMFLAG.PARAMFLAG_NONE);
            Marshal.StructureToPtr(element, elements + (size * n), fDeleteOld: false);
        }

        var description = new FUNCDESC
        {
            memid = member.Id, funckind = FUNCKIND.FUNC_DISPATCH, invkind = kind, callconv = CALLCONV.CC_STDCALL,
            cParams = (short)parameters.Length, cParamsOpt = (short)parameters.Count(p => p.IsOptional), lprgelemdescParam = elements,
        };
        description.elemdescFunc.tdesc.vt = side.ReturnType == typeof(void) ? Void : Variant;
        made.AddFuncDesc(index, ref description);
        // The value of a put has no name.
        var names = kind == INVOKEKIND.INVOKE_PROPERTYPUT ? [member.Name] : parameters.Select(p => p.Name!).Prepend(member.Name).ToArray();
        made.SetFuncAndParamNames(index, names, (uint)names.Length);
        index++;
        Marshal.FreeCoTaskMem(elements);
    }

    private static ICreateTypeLib Create()
    {
        Marshal.ThrowExceptionForHR(NativeMethods.CreateTypeLib2(Win64, Path.Combine(Path.GetTempPath(), "m2k-lab-outlook.tlb"), out var made));
        var library = (ICreateTypeLib)made;
        library.SetName("M2KLabOutlook");
        var guid = GuidOf("library");
        library.SetGuid(ref guid);
        library.SetLcid(0);
        return library;
    }

    private static ITypeInfo LoadStandardDispatch()
    {
        var stdole = new Guid("00020430-0000-0000-C000-000000000046");
        var dispatch = typeof(IDispatchByHand).GUID;
        Marshal.ThrowExceptionForHR(NativeMethods.LoadRegTypeLib(ref stdole, 2, 0, 0, out var library));
        library.GetTypeInfoOfGuid(ref dispatch, out var info);
        return info;
    }

    /// <summary>The same in every process: PowerShell keeps what it learnt of a type by its GUID.</summary>
    private static Guid GuidOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("m2k-lab-outlook:" + name)).AsSpan(0, 16));
}
