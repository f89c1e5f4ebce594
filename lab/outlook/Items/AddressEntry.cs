namespace M2K.Lab.Outlook;

/// <summary>The address of a resolved recipient; in this lab always a one-off SMTP address (type 30).</summary>
public sealed class AddressEntry : DispObj
{
    private readonly RecipientRecord recipient;

    internal AddressEntry(Profile profile, RecipientRecord recipient) : base(profile) => this.recipient = recipient;

    public object? Name => Get(() => recipient.Name);

    public object? Address => Get(() => recipient.Address);

    public object? Type => Get(() => "SMTP");

    public object? AddressEntryUserType => Get(() => 30);

    public object? GetExchangeUser() => Call(() => null);

    internal override void EnsureUsable() => Guards.Ask(Settings);
}
