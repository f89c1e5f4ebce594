using System.Runtime.InteropServices;

/// <summary>
/// For .NET under Wine 8 only (named by DOTNET_STARTUP_HOOKS). Wine keeps a list of exception frames in the thread's environment block; the CLR
/// leaves exception dispatch without returning, so that dead frames stay in it and the second native throw on a thread runs into them: a hang, then a
/// stack overflow. A vectored handler drops a dead head of the list. It is machine code because no managed code may run there.
/// The name and the missing namespace are .NET's contract for startup hooks.
/// </summary>
internal static class StartupHook
{
    private const uint CommitAndReserve = 0x3000;
    private const uint ExecuteReadWrite = 0x40;

    private static readonly byte[] Handler =
    [
        0x65, 0x48, 0x8B, 0x04, 0x25, 0x30, 0x00, 0x00, 0x00, // mov rax, gs:[0x30]       the thread's environment block
        0x48, 0x8B, 0x51, 0x08,                               // mov rdx, [rcx+8]         ContextRecord
        0x48, 0x8B, 0x92, 0x98, 0x00, 0x00, 0x00,             // mov rdx, [rdx+0x98]      stack pointer of the throw
        0x48, 0x39, 0x10,                                     // cmp [rax], rdx           is the list's head below it?
        0x73, 0x07,                                           // jae +7
        0x48, 0xC7, 0x00, 0xFF, 0xFF, 0xFF, 0xFF,             // mov qword [rax], -1      end of list
        0x31, 0xC0, 0xC3,                                     // xor eax, eax; ret        EXCEPTION_CONTINUE_SEARCH
    ];

    public static void Initialize()
    {
        if (GetProcAddress(GetModuleHandleW("ntdll.dll"), "wine_get_version") == 0)
        {
            return;
        }

        var code = VirtualAlloc(0, 4096, CommitAndReserve, ExecuteReadWrite);
        Marshal.Copy(Handler, 0, code, Handler.Length);
        AddVectoredExceptionHandler(1, code);
    }

    [DllImport("kernel32")]
    private static extern nint VirtualAlloc(nint address, nint size, uint type, uint protection);

    [DllImport("kernel32")]
    private static extern nint AddVectoredExceptionHandler(uint first, nint handler);

    [DllImport("kernel32", CharSet = CharSet.Unicode)]
    private static extern nint GetModuleHandleW(string name);

    [DllImport("kernel32", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern nint GetProcAddress(nint module, string name);
}
