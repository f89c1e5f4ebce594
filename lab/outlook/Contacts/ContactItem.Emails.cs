namespace M2K.Lab.Outlook;

/// <summary>
/// Three e-mails (5.2). Setting an address makes its type SMTP and makes the display name anew, so set the display name after it. All guarded.
/// </summary>
public sealed partial class ContactItem
{
    public object? Email1Address { get => Read(); set => Set(() => Emails.SetAddress(this, 1, Text(value))); }

    public object? Email1AddressType { get => Read(); set => Write(value); }

    public object? Email1DisplayName { get => Read(); set => Write(value); }

    public object? Email1EntryID => Get(() => Emails.EntryId(this, 1));

    public object? Email2Address { get => Read(); set => Set(() => Emails.SetAddress(this, 2, Text(value))); }

    public object? Email2AddressType { get => Read(); set => Write(value); }

    public object? Email2DisplayName { get => Read(); set => Write(value); }

    public object? Email2EntryID => Get(() => Emails.EntryId(this, 2));

    public object? Email3Address { get => Read(); set => Set(() => Emails.SetAddress(this, 3, Text(value))); }

    public object? Email3AddressType { get => Read(); set => Write(value); }

    public object? Email3DisplayName { get => Read(); set => Write(value); }

    public object? Email3EntryID => Get(() => Emails.EntryId(this, 3));
}
