namespace M2K.Lab.Outlook;

/// <summary>An account, known by the store that it fills (OlAccountType: 0 Exchange, 2 POP3, 4 ActiveSync since 2013).</summary>
public sealed class Account : DispObj
{
    private readonly string id;

    internal Account(Profile profile, string id) : base(profile) => this.id = id;

    public object? Application => Get(() => Profile.Application);

    public object? Session => Get(() => Profile.Application.NameSpace);

    public object? Class => Get(() => 106);

    public object? AccountType => Get(() => Stored().ActiveSync.Length > 0 ? 4 : Stored().Exchange ? 0 : 2);

    public object? DisplayName => Get(Address);

    public object? SmtpAddress => Get(() =>
    {
        Guards.Ask(Settings);
        return Address();
    });

    [Since(14)]
    public object? DeliveryStore => Get(() => new Store(Profile, Stored().Id));

    private string Address() => Stored() is { ActiveSync.Length: > 0 } stored ? stored.ActiveSync : Stored().Name;

    private StoreRecord Stored() => Profile.Mailbox.Read().Stores.GetValueOrDefault(id) ?? throw OutlookError.Missing();
}
