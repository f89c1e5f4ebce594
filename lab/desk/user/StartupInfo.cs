using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.User;

/// <summary>STARTUPINFOW.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StartupInfo
{
    public int Size;
    public nint Reserved;
    public nint Desktop;
    public nint Title;
    public int X;
    public int Y;
    public int Width;
    public int Height;
    public int Columns;
    public int Rows;
    public int Fill;
    public uint Flags;
    public short ShowWindow;
    public short ReservedSize;
    public nint ReservedBytes;
    public nint Input;
    public nint Output;
    public nint Error;
}
