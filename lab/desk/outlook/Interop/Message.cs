using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.Interop;

/// <summary>MSG.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Message
{
    public IntPtr Window;
    public uint Id;
    public IntPtr W;
    public IntPtr L;
    public uint Time;
    public int X;
    public int Y;
    public uint Private;
}
