using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.User;

/// <summary>SID_AND_ATTRIBUTES.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SidAndAttributes
{
    public nint Sid;
    public uint Attributes;
}
