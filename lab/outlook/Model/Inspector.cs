namespace M2K.Lab.Outlook;

/// <summary>A window showing one item.</summary>
public sealed class Inspector : DispObj
{
    private readonly OutlookItem item;

    internal Inspector(Profile profile, OutlookItem item) : base(profile) => this.item = item;

    public object? CurrentItem => Get(() => item);

    public object? Caption => Get(() => item.Record.Text("Subject"));

    public void Close(object? SaveMode) => Do(() =>
    {
        item.Close(SaveMode);
        Profile.Mailbox.Change(change => change.SetOpen(change.State.Open.Where(open => open.ItemId != item.Record.Id)));
    });
}
