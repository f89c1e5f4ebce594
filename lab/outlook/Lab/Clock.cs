namespace M2K.Lab.Outlook;

/// <summary>The desk's clock: real time, or a fixed UTC instant kept in the mailbox so that every process reads the same.</summary>
internal sealed class Clock(MailboxFile mailbox)
{
    public DateTime UtcNow => mailbox.Read().Clock ?? DateTime.UtcNow;

    public void Set(DateTime? utc) => mailbox.Change(change => change.SetClock(utc));

    public void Advance(TimeSpan by) => mailbox.Change(change => change.SetClock((change.State.Clock ?? DateTime.UtcNow) + by));
}
