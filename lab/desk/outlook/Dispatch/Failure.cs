using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>An exception of a member as COM reports it: DISP_E_EXCEPTION, with code and text in EXCEPINFO where the caller wants one.</summary>
internal static class Failure
{
    public static int Report(Exception error, IntPtr excepInfo)
    {
        if (excepInfo == IntPtr.Zero)
        {
            return error.HResult;
        }

        var info = new EXCEPINFO { bstrSource = "Microsoft Outlook", bstrDescription = error.Message, scode = error.HResult };
        Marshal.StructureToPtr(info, excepInfo, fDeleteOld: false);
        return Codes.Exception;
    }
}
