namespace M2K.Lab.Desk.Server;

/// <summary>
/// The lab's Outlook as the COM local server Outlook.Application: OUTLOOK.EXE /register, /unregister, or started by COM on demand. Runs under Wine
/// only, so that it can never stand in the way of a real Outlook (desk rule 17).
/// </summary>
internal static class Program
{
    private const int NotWine = 2;
    private const int BadUsage = 64;

    [STAThread]
    public static int Main(string[] args)
    {
        if (!Wine.IsHere)
        {
            Console.Error.WriteLine("lab/desk: this Outlook registers and runs itself under Wine only; this is a real Windows.");
            return NotWine;
        }

        switch (args)
        {
            case ["/register"]:
                Registration.Write();
                return 0;
            case ["/unregister"]:
                Registration.Remove();
                return 0;
            case [] or ["-Embedding"] or ["/Automation"]:
                return LocalServer.Run();
            default:
                Console.Error.WriteLine("OUTLOOK.EXE [/register | /unregister]");
                return BadUsage;
        }
    }
}
