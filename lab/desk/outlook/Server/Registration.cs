using Microsoft.Win32;

namespace M2K.Lab.Desk.Server;

/// <summary>The registered classes. Under HKEY_LOCAL_MACHINE, for Wine's ole32 does not look into HKEY_CURRENT_USER\Software\Classes.</summary>
internal static class Registration
{
    private const string Classes = @"Software\Classes\";

    public static readonly ServedClass Outlook = new("Outlook.Application", new Guid("0006F03A-0000-0000-C000-000000000046"));

    public static readonly ServedClass Lab = new("M2KSync.LabOutlook", new Guid("6B1C6E2B-3E0D-4E0F-9B57-5C0E1D9F6A42"));

    public static void Write()
    {
        foreach (var one in new[] { Outlook, Lab })
        {
            Set(one.ProgId, @"\CLSID", one.Braced);
            Set("CLSID\\" + one.Braced, @"\ProgID", one.ProgId);
            Set("CLSID\\" + one.Braced, @"\LocalServer32", '"' + Environment.ProcessPath + '"');
        }
    }

    public static void Remove()
    {
        foreach (var one in new[] { Outlook, Lab })
        {
            Registry.LocalMachine.DeleteSubKeyTree(Classes + one.ProgId, throwOnMissingSubKey: false);
            Registry.LocalMachine.DeleteSubKeyTree(Classes + "CLSID\\" + one.Braced, throwOnMissingSubKey: false);
        }
    }

    private static void Set(string key, string below, string value)
    {
        using var made = Registry.LocalMachine.CreateSubKey(Classes + key + below);
        made.SetValue(null, value);
    }
}
