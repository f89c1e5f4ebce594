namespace M2K.Lab.Outlook;

/// <summary>One attachment. Its PropertyAccessor is guarded (6.2).</summary>
public sealed class Attachment : DispObj
{
    /// <summary>What its properties take of Size beside the octets (MS-OXCMSG, PidTagAttachSize).</summary>
    private const int Properties = 600;

    private readonly MessageObject item;
    private readonly AttachmentRecord stored;

    internal Attachment(Profile profile, MessageObject item, AttachmentRecord stored) : base(profile)
    {
        this.item = item;
        this.stored = stored;
    }

    /// <summary>An OLE object has none.</summary>
    public object? FileName => Get(() => stored.Type == 6 ? throw OutlookError.UnknownProperty("FileName") : stored.Name);

    public object? DisplayName => Get(() => stored.Name);

    public object? Size => Get(() => stored.Data.Length + Properties);

    /// <summary>OlAttachmentType: 1 by value, 4 by reference, 5 an item, 6 an OLE object.</summary>
    public object? Type => Get(() => stored.Type);

    public object? PropertyAccessor => Get(() =>
    {
        Guards.Ask(Settings);
        return new PropertyAccessor(Profile, new AttachmentProperties(stored));
    });

    /// <summary>Of what has octets of its own.</summary>
    public void SaveAsFile(object? Path) => Do(() =>
        File.WriteAllBytes(Text(Path), stored.Type is 1 or 5 ? stored.Data : throw OutlookError.Of(OutlookError.NoSupport, "This attachment cannot be saved as a file.")));

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
