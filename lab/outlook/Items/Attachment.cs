namespace M2K.Lab.Outlook;

/// <summary>One attachment. Its PropertyAccessor is guarded (6.2).</summary>
public sealed class Attachment : DispObj
{
    private readonly MessageObject item;
    private readonly AttachmentRecord stored;

    internal Attachment(Profile profile, MessageObject item, AttachmentRecord stored) : base(profile)
    {
        this.item = item;
        this.stored = stored;
    }

    public object? FileName => Get(() => stored.Name);

    public object? DisplayName => Get(() => stored.Name);

    public object? Size => Get(() => stored.Data.Length);

    /// <summary>1 = by value.</summary>
    public object? Type => Get(() => 1);

    public object? PropertyAccessor => Get(() =>
    {
        Guards.Ask(Settings);
        return new PropertyAccessor(Profile, new AttachmentProperties(stored));
    });

    public void SaveAsFile(object? Path) => Do(() => File.WriteAllBytes(Text(Path), stored.Data));

    public void Delete() => Do(() =>
    {
        if (!item.Record.Attachments.Remove(stored))
        {
            throw OutlookError.Missing();
        }

        item.Touch();
    });

    internal override void EnsureUsable() => item.EnsureUsable();
}
