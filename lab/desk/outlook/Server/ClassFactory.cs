using System.Runtime.InteropServices;
using M2K.Lab.Desk.Dispatch;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Server;

/// <summary>Activation: the error of making the object is what the client's New-Object fails with.</summary>
[ComVisible(true), ClassInterface(ClassInterfaceType.None)]
public sealed class ClassFactory : IClassFactory
{
    private readonly Func<object> make;

    internal ClassFactory(Func<object> make) => this.make = make;

    int IClassFactory.CreateInstance(IntPtr outer, ref Guid iid, out IntPtr made)
    {
        made = IntPtr.Zero;
        if (outer != IntPtr.Zero)
        {
            return Codes.NoAggregation;
        }

        try
        {
            var dispatch = DispatchObject.PointerTo(make());
            var result = Marshal.QueryInterface(dispatch, in iid, out made);
            Marshal.Release(dispatch);
            return result;
        }
        catch (Exception error)
        {
            return error.HResult;
        }
    }

    int IClassFactory.LockServer(bool on) => Codes.Ok;
}
