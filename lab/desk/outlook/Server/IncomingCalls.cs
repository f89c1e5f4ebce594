using System.Runtime.InteropServices;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Server;

/// <summary>How Outlook is busy: COM asks before each call, at the first touch of a type as well as later (desk rule 19).</summary>
[ComVisible(true), ClassInterface(ClassInterfaceType.None)]
public sealed class IncomingCalls : IMessageFilter
{
    private long busyUntil;
    private uint answer;

    internal IncomingCalls()
    {
    }

    /// <summary>For so long every call gets this answer: 1 SERVERCALL_REJECTED, 2 SERVERCALL_RETRYLATER.</summary>
    internal void Refuse(int milliseconds, int answer) => (busyUntil, this.answer) = (Environment.TickCount64 + milliseconds, (uint)answer);

    uint IMessageFilter.HandleInComingCall(uint callType, IntPtr caller, uint ticks, IntPtr interfaceInfo) =>
        Environment.TickCount64 < busyUntil ? answer : 0;

    uint IMessageFilter.RetryRejectedCall(IntPtr callee, uint ticks, uint rejectType) => uint.MaxValue;

    uint IMessageFilter.MessagePending(IntPtr callee, uint ticks, uint pendingType) => 2;
}
