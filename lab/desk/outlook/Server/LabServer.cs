using System.Runtime.InteropServices;
using M2K.Lab.Outlook;

namespace M2K.Lab.Desk.Server;

/// <summary>
/// M2KSync.LabOutlook, the desk's own door into this process: mailboxes beside the one of the profile, and what a test must know about the
/// transport. Members are typed as those of the library, for the same reason.
/// </summary>
public sealed class LabServer
{
    private readonly IncomingCalls calls;

    internal LabServer(IncomingCalls calls) => this.calls = calls;

    public object? ProcessId => Environment.ProcessId;

    public object? Apartment => Thread.CurrentThread.GetApartmentState().ToString();

    public object? ThreadId => Environment.CurrentManagedThreadId;

    public object? Nothing => null;

    public object? NewMailbox(object? path, object? owner, object? exchange, object? settings)
    {
        M2K.Lab.Outlook.NewMailbox.Create((string)path!, (string)owner!, (bool)exchange!, (string)settings!);
        return null;
    }

    /// <summary>An Application on a mailbox of its own, apart from the profile's.</summary>
    public object? Open(object? path, object? settings) => Application.Open((string)path!, (string)settings!);

    /// <summary>Outlook is busy for so long, as under a dialog: answer 1 rejects every call, 2 says to retry later.</summary>
    public void RefuseCalls(object? milliseconds, object? answer) => calls.Refuse((int)milliseconds!, (int)answer!);

    /// <summary>What arrived, by the name of its type: "Int32", "null", "Missing", "Object[2]".</summary>
    public object? Kinds(object? first, [Optional] object? second) => Kind(first) + " " + Kind(second);

    /// <summary>The value as it came.</summary>
    public object? Echo(object? value) => value;

    /// <summary>Answers after so many milliseconds: time for a client to lose the server in a call.</summary>
    public void Sleep(object? milliseconds) => Thread.Sleep((int)milliseconds!);

    /// <summary>The process dies at once, in the call.</summary>
    public void Die() => Environment.Exit(70);

    private static string Kind(object? value) => value switch
    {
        null => "null",
        Array { Rank: 1 } list => list.GetType().GetElementType()!.Name + "[" + list.Length + "]",
        DateTime date => "DateTime " + date.Kind,
        _ => value.GetType().Name,
    };
}
