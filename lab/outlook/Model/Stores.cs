namespace M2K.Lab.Outlook;

/// <summary>The stores of the profile, the default one first.</summary>
public sealed class Stores : DispCollection
{
    internal Stores(Profile profile) : base(profile)
    {
    }

    private protected override IReadOnlyList<object?> Elements() =>
        [.. Profile.Mailbox.Read().Stores.Values.OrderByDescending(s => s.IsDefault).Select(s => new Store(Profile, s.Id))];

    private protected override object? ByName(string name) =>
        Profile.Mailbox.Read().Stores.Values.FirstOrDefault(s => s.Name == name) is { } store ? new Store(Profile, store.Id) : null;
}
