using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Server;

internal static class Wine
{
    public static bool IsHere => NativeMethods.GetProcAddress(NativeMethods.GetModuleHandleW("ntdll.dll"), "wine_get_version") != IntPtr.Zero;
}
