namespace M2K.Lab.Outlook;

/// <summary>One name of the master category list.</summary>
public sealed class Category : DispObj
{
    internal Category(Profile profile, CategoryRecord stored) : base(profile) => Stored = stored;

    internal CategoryRecord Stored { get; }

    public object? Name => Get(() => Stored.Name);

    public object? Color => Get(() => Stored.Color);
}
