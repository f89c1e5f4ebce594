using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.Interop;

[ComImport, Guid("00000016-0000-0000-C000-000000000046"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
public interface IMessageFilter
{
    /// <summary>0 handled, 1 rejected, 2 retry later.</summary>
    [PreserveSig]
    uint HandleInComingCall(uint callType, IntPtr caller, uint ticks, IntPtr interfaceInfo);

    [PreserveSig]
    uint RetryRejectedCall(IntPtr callee, uint ticks, uint rejectType);

    [PreserveSig]
    uint MessagePending(IntPtr callee, uint ticks, uint pendingType);
}
