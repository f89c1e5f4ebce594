using System.Runtime.InteropServices;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Server;

/// <summary>How Outlook is busy: COM asks before each call, at the first touch of a type as well as later (desk rule 19).</summary>
[ComVisible(true), ClassInterface(ClassInterfaceType.None)]
public sealed class IncomingCalls : IMessageFilter
{
    private int left;
    private uint answer;

    internal IncomingCalls()
    {
    }

    /// <summary>The next so many calls get this answer: 1 SERVERCALL_REJECTED, 2 SERVERCALL_RETRYLATER.</summary>
    internal void Refuse(int calls, int answer) => (left, this.answer) = (calls, (uint)answer);

    uint IMessageFilter.HandleInComingCall(uint callType, IntPtr caller, uint ticks, IntPtr interfaceInfo)
    {
        if (left == 0)
        {
            return 0;
        }

        left--;
        return answer;
    }

    uint IMessageFilter.RetryRejectedCall(IntPtr callee, uint ticks, uint rejectType) => uint.MaxValue;

    uint IMessageFilter.MessagePending(IntPtr callee, uint ticks, uint pendingType) => 2;
}
