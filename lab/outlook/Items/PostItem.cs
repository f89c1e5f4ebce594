namespace M2K.Lab.Outlook;

/// <summary>A post: an item put into a folder without being sent to anybody.</summary>
public sealed class PostItem : OutlookItem
{
    internal PostItem(Profile profile, ItemRecord record) : base(profile, record)
    {
    }

    public object? UnRead { get => Read(); set => Write(value); }

    public object? SenderName => Get(() => Profile.Mailbox.Read().DefaultStore.Name);

    /// <summary>Saves the item in its folder.</summary>
    public void Post() => Do(SaveNow);
}
