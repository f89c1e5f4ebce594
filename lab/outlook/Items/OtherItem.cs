namespace M2K.Lab.Outlook;

/// <summary>An item of a class this lab has no members for (mail, task, meeting request): it can lie in any folder (1.5).</summary>
public sealed class OtherItem : OutlookItem
{
    internal OtherItem(Profile profile, ItemRecord record) : base(profile, record)
    {
    }

    internal override string ComName => Record.Class switch
    {
        43 => "MailItem",
        48 => "TaskItem",
        53 => "MeetingItem",
        _ => "Item" + Record.Class,
    };

    public object? UnRead { get => Read(); set => Write(value); }

    public void Send() => Do(() => Sending.Refuse(Profile, ComName + ".Send"));
}
