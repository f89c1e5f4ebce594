using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Principal;

namespace M2K.Lab.Desk.User;

/// <summary>This process's token with the group Administrators for denying only, as UAC gives it to a member of that group.</summary>
internal static class StandardUser
{
    private const uint AllAccess = 0xF01FF;

    public static nint Token()
    {
        if (!NativeMethods.OpenProcessToken(-1, AllAccess, out var own))
        {
            throw new Win32Exception();
        }

        var administrators = new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null);
        var sid = new byte[administrators.BinaryLength];
        administrators.GetBinaryForm(sid, 0);
        var pinned = GCHandle.Alloc(sid, GCHandleType.Pinned);
        try
        {
            var denied = new SidAndAttributes { Sid = pinned.AddrOfPinnedObject() };
            return NativeMethods.CreateRestrictedToken(own, 0, 1, ref denied, 0, 0, 0, 0, out var made) ? made : throw new Win32Exception();
        }
        finally
        {
            pinned.Free();
        }
    }
}
