using System.Runtime.InteropServices;
using System.Text;

namespace M2K.Lab.Desk.User;

internal static class NativeMethods
{
    [DllImport("advapi32", SetLastError = true)]
    public static extern bool OpenProcessToken(nint process, uint access, out nint token);

    [DllImport("advapi32", SetLastError = true)]
    public static extern bool CreateRestrictedToken(
        nint token, uint flags, uint denyCount, ref SidAndAttributes deny, uint dropCount, nint drop, uint restrictCount, nint restrict, out nint made);

    [DllImport("advapi32", SetLastError = true, CharSet = CharSet.Unicode)]
    public static extern bool CreateProcessAsUserW(
        nint token, string program, StringBuilder commandLine, nint processSecurity, nint threadSecurity, bool inherit, uint flags, nint environment,
        string? folder, ref StartupInfo startup, out ProcessInformation process);

    [DllImport("kernel32")]
    public static extern nint GetStdHandle(int which);

    [DllImport("kernel32")]
    public static extern uint WaitForSingleObject(nint handle, uint milliseconds);

    [DllImport("kernel32")]
    public static extern bool GetExitCodeProcess(nint process, out uint code);
}
