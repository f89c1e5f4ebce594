namespace M2K.Lab.Outlook;

/// <summary>A store (1.4).</summary>
public sealed class Store : DispObj
{
    private readonly string id;

    internal Store(Profile profile, string id) : base(profile) => this.id = id;

    public object? Application => Get(() => Profile.Application);

    public object? Session => Get(() => Profile.Application.NameSpace);

    public object? Class => Get(() => 107);

    public object? StoreID => Get(() => Stored().Id);

    public object? DisplayName => Get(() => Stored().Name);

    public object? ExchangeStoreType => Get(() => Stored().Exchange ? 0 : 3);

    public object? FilePath => Get(() => Stored().FilePath);

    public object? IsCachedExchange => Get(() => Stored().Exchange);

    public object? IsDataFileStore => Get(() => !Stored().Exchange);

    public object? IsOpen => Get(() => Stored().Id.Length > 0);

    public object? IsInstantSearchEnabled => Get(() => false);

    public object? PropertyAccessor => Get(() =>
    {
        Guards.Ask(Settings);
        return new PropertyAccessor(Profile, new StoreProperties(Profile, Stored().Id));
    });

    public object? GetRootFolder() => Call(() => new Folder(Profile, Profile.Mailbox.Read().Root(Stored().Id).Id));

    /// <summary>$null where the store has no such folder (2010 and later).</summary>
    [Since(14)]
    public object? GetDefaultFolder(object? FolderType) => Call(() =>
        Profile.Mailbox.Read().DefaultFolder(Stored().Id, Long(FolderType)) is { } folder ? new Folder(Profile, folder.Id) : null);

    internal StoreRecord Stored() =>
        Profile.Mailbox.Read().Stores.GetValueOrDefault(id) ?? throw OutlookError.Missing();
}
