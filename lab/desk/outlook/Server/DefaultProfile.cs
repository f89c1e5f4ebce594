using System.Runtime.InteropServices;
using M2K.Lab.Outlook;
using Microsoft.Win32;

namespace M2K.Lab.Desk.Server;

/// <summary>
/// The mailbox that Outlook.Application opens, one for the process, as Outlook has one profile. Named under HKEY_CURRENT_USER\Software\M2KSync.Lab
/// by Mailbox and Settings (JSON).
/// </summary>
internal sealed class DefaultProfile
{
    private const int ServerExecFailure = unchecked((int)0x80080005);
    private static Application? application;
    private static bool quit;

    public bool HasQuit => quit;

    /// <exception cref="COMException">No mailbox is named: 0x80080005, as where Outlook waits for a profile; or what the library says.</exception>
    public object Open()
    {
        if (application is not null)
        {
            return application;
        }

        using var key = Registry.CurrentUser.OpenSubKey(@"Software\M2KSync.Lab");
        var mailbox = key?.GetValue("Mailbox") as string;
        if (string.IsNullOrEmpty(mailbox))
        {
            throw new COMException(@"No mailbox is named in HKCU\Software\M2KSync.Lab.", ServerExecFailure);
        }

        return application = Application.Open(mailbox, key?.GetValue("Settings") as string ?? "");
    }

    public static void Quit(Application one) => quit = ReferenceEquals(one, application);
}
