namespace M2K.Lab.Outlook;

/// <summary>
/// One MAPI session of one process: the mailbox file, how the desk behaves, the counters and the fault script. Everything a COM
/// object needs beyond its own snapshot comes from here.
/// </summary>
internal sealed class Profile : IDisposable
{
    private int depth;

    public Profile(string path, string settingsJson)
    {
        Mailbox = new MailboxFile(path);
        Settings = SettingsText.Parse(Mailbox.Read().Settings, settingsJson);
        Calls = new CallCounter(Settings.CallLog);
        Clock = new Clock(Mailbox);
        Faults = new FaultScript(Mailbox);
        Zone = Zones.Find(Settings.MachineZone);
        Application = new Application(this);
    }

    public MailboxFile Mailbox { get; }

    public Settings Settings { get; set; }

    public CallCounter Calls { get; }

    public Clock Clock { get; }

    public FaultScript Faults { get; }

    public Application Application { get; }

    /// <summary>The Windows zone of the machine.</summary>
    public TimeZoneInfo Zone { get; set; }

    /// <summary>Calls of Send and Respond; must stay 0.</summary>
    public int SendAttempts { get; set; }

    /// <summary>Set by Quit and by the fault "gone": every later call fails as a dead server's would.</summary>
    public bool Gone { get; set; }

    /// <summary>Runs one member: counted and exposed to the fault script once, however many members it uses itself.</summary>
    public object? Run(DispObj target, string member, Func<object?> body)
    {
        if (depth > 0 || target is LabObject)
        {
            return body();
        }

        depth++;
        try
        {
            var name = target.ComName + "." + member;
            Calls.Add(name);
            if (Gone)
            {
                throw OutlookError.Of(OutlookError.ServerUnavailable, "The RPC server is unavailable.");
            }

            if (SinceAttribute.Of(target.GetType(), member) > Settings.Major)
            {
                throw OutlookError.Of(OutlookError.UnknownName, "Unknown name.");
            }

            Faults.Before(this, target, name);
            var result = body();
            Faults.After(this, target, name);
            return result;
        }
        finally
        {
            depth--;
        }
    }

    public void Dispose() => Calls.Dispose();
}
