namespace M2K.Lab.Outlook;

/// <summary>One recipient of an item, or a free one of NameSpace.CreateRecipient. Any well-formed SMTP address resolves.</summary>
public sealed class Recipient : DispObj
{
    private readonly MessageObject? item;
    private readonly int index;
    private RecipientRecord free;

    internal Recipient(Profile profile, RecipientRecord free) : base(profile) => this.free = free;

    internal Recipient(Profile profile, MessageObject item, int index) : this(profile, item.Record.Recipients[index])
    {
        this.item = item;
        this.index = index;
    }

    public object? Name => Get(() => Stored.Name);

    public object? Address => Get(() => Stored.Address);

    public object? EntryID => Get(() => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes("SMTP:" + Stored.Address)));

    public object? Type
    {
        get => Get(() => Stored.Type);
        set => Set(() => Put(Stored with { Type = Long(value) is >= 0 and <= 3 and var type ? type : throw OutlookError.BadArgument("Type is 0 to 3.") }));
    }

    public object? Resolved => Get(() => Stored.Resolved);

    public object? MeetingResponseStatus => Get(() => Stored.Response);

    public object? TrackingStatusTime => Get(() => Fields.NoDate);

    public object? AddressEntry => Get(() => Stored.Resolved ? new AddressEntry(Profile, Stored) : null);

    public object? PropertyAccessor => Get(() => new PropertyAccessor(Profile, new RecipientProperties(Stored)));

    public object? Resolve() => Call(() =>
    {
        Put(Stored with { Resolved = Stored.Address.Length > 0 });
        return Stored.Resolved;
    });

    internal override void EnsureUsable()
    {
        item?.EnsureUsable();
        Guards.Ask(Settings);
    }

    internal RecipientRecord Current => Stored;

    private RecipientRecord Stored => item is null ? free : item.Record.Recipients[index];

    private void Put(RecipientRecord changed)
    {
        if (item is null)
        {
            free = changed;
        }
        else
        {
            item.Record.Recipients[index] = changed;
            item.Touch();
        }
    }
}
