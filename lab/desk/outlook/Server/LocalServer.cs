using System.Runtime.InteropServices;
using M2K.Lab.Desk.Dispatch;
using M2K.Lab.Desk.Interop;
using M2K.Lab.Outlook;

namespace M2K.Lab.Desk.Server;

/// <summary>One STA thread with a message loop: every call of every client runs on it, one after another (desk rule 19).</summary>
internal static class LocalServer
{
    private const uint ClassesForOthers = 4;
    private const uint OneServerForAll = 1;
    private const uint QuitMessage = 0x12;
    private static readonly IncomingCalls Filter = new();
    private static uint thread;

    /// <summary>Ends when somebody calls Quit on the Outlook.Application it serves.</summary>
    public static int Run()
    {
        thread = NativeMethods.GetCurrentThreadId();
        Marshal.ThrowExceptionForHR(NativeMethods.CoRegisterMessageFilter(Filter, out _));
        var lab = new LabServer(Filter);
        var profile = new DefaultProfile();
        uint[] cookies = [Serve(Registration.Outlook, profile.Open), Serve(Registration.Lab, () => lab)];
        while (NativeMethods.GetMessageW(out var message, IntPtr.Zero, 0, 0) > 0)
        {
            NativeMethods.DispatchMessageW(ref message);
            if (profile.HasQuit)
            {
                break;
            }
        }

        foreach (var cookie in cookies)
        {
            NativeMethods.CoRevokeClassObject(cookie);
        }

        return 0;
    }

    /// <summary>Tells what a client has just called: Quit ends the process, after its answer has left.</summary>
    public static void Called(object target, string member)
    {
        if (target is Application && member == nameof(Application.Quit))
        {
            DefaultProfile.Quit((Application)target);
            NativeMethods.PostThreadMessageW(thread, 0, IntPtr.Zero, IntPtr.Zero);
        }
    }

    private static uint Serve(ServedClass served, Func<object> make)
    {
        var clsid = served.Id;
        var factory = Marshal.GetComInterfaceForObject(new ClassFactory(make), typeof(IClassFactory));
        Marshal.ThrowExceptionForHR(NativeMethods.CoRegisterClassObject(ref clsid, factory, ClassesForOthers, OneServerForAll, out var cookie));
        return cookie;
    }
}
