using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>An object of the lab's Outlook as COM sees it: IDispatch by reflection over its class. One for each object, for its identity.</summary>
[ComVisible(true), ClassInterface(ClassInterfaceType.None)]
public sealed class DispatchObject : IDispatchByHand, ICustomQueryInterface
{
    private static readonly ConditionalWeakTable<object, DispatchObject> Made = [];
    private static readonly Guid Marshalling = new("00000003-0000-0000-C000-000000000046");
    private static readonly Guid ProvideClassInfo = new("B196B283-BAB4-101A-B69C-00AA00341D07");
    private readonly ComClass description;

    private DispatchObject(object target) => (Target, description) = (target, ComClass.Of(target));

    internal object Target { get; }

    /// <summary>A new reference to the object's IDispatch.</summary>
    internal static IntPtr PointerTo(object target) => Interface(Made.GetValue(target, one => new DispatchObject(one)));

    /// <summary>
    /// IDispatch is the hand-written one. The CLR's own IMarshal would make the object free-threaded, past the one STA thread; without its
    /// IProvideClassInfo callers ask IDispatch for the type.
    /// </summary>
    CustomQueryInterfaceResult ICustomQueryInterface.GetInterface(ref Guid iid, out IntPtr found)
    {
        found = IntPtr.Zero;
        if (iid == Marshalling || iid == ProvideClassInfo)
        {
            return CustomQueryInterfaceResult.Failed;
        }

        if (iid != typeof(IDispatchByHand).GUID)
        {
            return CustomQueryInterfaceResult.NotHandled;
        }

        found = Interface(this);
        return CustomQueryInterfaceResult.Handled;
    }

    int IDispatchByHand.GetTypeInfoCount(out uint count)
    {
        count = 1;
        return Codes.Ok;
    }

    int IDispatchByHand.GetTypeInfo(uint index, uint lcid, out IntPtr info)
    {
        info = IntPtr.Zero;
        if (index != 0)
        {
            return Codes.BadIndex;
        }

        info = Marshal.GetComInterfaceForObject(description.Info, typeof(ITypeInfo));
        return Codes.Ok;
    }

    int IDispatchByHand.GetIDsOfNames(IntPtr iid, IntPtr names, uint count, uint lcid, IntPtr ids)
    {
        string Name(int n) => Marshal.PtrToStringUni(Marshal.ReadIntPtr(names, n * IntPtr.Size))!;
        for (var n = 0; n < count; n++)
        {
            Marshal.WriteInt32(ids, 4 * n, -1);
        }

        if (description.ByName(Name(0)) is not { } member)
        {
            return Codes.UnknownName;
        }

        Marshal.WriteInt32(ids, member.Id);
        var parameters = member.Parameters.Select(p => p.Name).ToList();
        var result = Codes.Ok;
        for (var n = 1; n < count; n++)
        {
            var at = parameters.FindIndex(name => string.Equals(name, Name(n), StringComparison.OrdinalIgnoreCase));
            Marshal.WriteInt32(ids, 4 * n, at);
            result = at < 0 ? Codes.UnknownName : result;
        }

        return result;
    }

    int IDispatchByHand.Invoke(int id, IntPtr iid, uint lcid, ushort flags, ref DISPPARAMS given, IntPtr result, IntPtr excepInfo, IntPtr argErr)
    {
        if (description.ById(id)?.For(flags) is not { } side)
        {
            return Codes.MemberNotFound;
        }

        var (code, arguments, at) = Arguments.Read(given, side.GetParameters());
        if (code != Codes.Ok)
        {
            if (argErr != IntPtr.Zero)
            {
                Marshal.WriteInt32(argErr, at);
            }

            return code;
        }

        try
        {
            var value = side.Invoke(Target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            if (result != IntPtr.Zero && (flags & 12) == 0)
            {
                Results.Write(value, result);
            }

            Server.LocalServer.Called(Target, side.Name);
            return Codes.Ok;
        }
        catch (Exception error)
        {
            return Failure.Report(error, excepInfo);
        }
    }

    private static IntPtr Interface(DispatchObject one) =>
        Marshal.GetComInterfaceForObject(one, typeof(IDispatchByHand), CustomQueryInterfaceMode.Ignore);
}
