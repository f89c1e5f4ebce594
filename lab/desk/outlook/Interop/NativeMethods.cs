using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;

namespace M2K.Lab.Desk.Interop;

/// <summary>The functions of Windows that a local server needs.</summary>
internal static class NativeMethods
{
    [DllImport("oleaut32", CharSet = CharSet.Unicode)]
    public static extern int CreateTypeLib2(int kind, string file, [MarshalAs(UnmanagedType.IUnknown)] out object library);

    [DllImport("oleaut32")]
    public static extern int LoadRegTypeLib(ref Guid guid, ushort major, ushort minor, uint lcid, out ITypeLib library);

    [DllImport("ole32")]
    public static extern int CoRegisterClassObject(ref Guid clsid, IntPtr factory, uint context, uint flags, out uint cookie);

    [DllImport("ole32")]
    public static extern int CoRevokeClassObject(uint cookie);

    [DllImport("ole32")]
    public static extern int CoRegisterMessageFilter(IMessageFilter? filter, out IMessageFilter? before);

    [DllImport("user32")]
    public static extern int GetMessageW(out Message message, IntPtr window, uint first, uint last);

    [DllImport("user32")]
    public static extern IntPtr DispatchMessageW(ref Message message);

    [DllImport("user32")]
    public static extern bool PostThreadMessageW(uint thread, uint message, IntPtr w, IntPtr l);

    [DllImport("kernel32")]
    public static extern uint GetCurrentThreadId();

    [DllImport("kernel32", CharSet = CharSet.Unicode)]
    public static extern IntPtr GetModuleHandleW(string name);

    [DllImport("kernel32", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    public static extern IntPtr GetProcAddress(IntPtr module, string name);
}
