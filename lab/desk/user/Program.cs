using System.ComponentModel;
using System.Runtime.InteropServices;

namespace M2K.Lab.Desk.User;

/// <summary>
/// desk-user.exe [--console] program arguments...: runs a program as an office worker does, not as an administrator, with this one's streams and exit code.
/// Wine gives every process an administrator's token; the product refuses to drive Outlook from such a one (desk rule 8).
/// </summary>
internal static class Program
{
    private const uint ProcessHasTheStreams = 0x100;
    private const uint NoWindow = 0x08000000;
    private const uint Endless = uint.MaxValue;

    public static int Main(string[] args)
    {
        // For a prompt: the terminal's own console.
        var shared = args is ["--console", ..];
        args = shared ? args[1..] : args;
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("desk-user.exe [--console] <full path of a program> [arguments]");
            return 64;
        }

        var startup = new StartupInfo
        {
            Size = Marshal.SizeOf<StartupInfo>(), Flags = ProcessHasTheStreams,
            Input = NativeMethods.GetStdHandle(-10), Output = NativeMethods.GetStdHandle(-11), Error = NativeMethods.GetStdHandle(-12),
        };
        // A console program without a console ends at once under Wine: it gets a hidden one of its own.
        if (!NativeMethods.CreateProcessAsUserW(
            StandardUser.Token(), args[0], CommandLine.Of(args), 0, 0, true, shared ? 0 : NoWindow, 0, null, ref startup, out var process))
        {
            throw new Win32Exception();
        }

        NativeMethods.WaitForSingleObject(process.Process, Endless);
        NativeMethods.GetExitCodeProcess(process.Process, out var code);
        return unchecked((int)code);
    }
}
