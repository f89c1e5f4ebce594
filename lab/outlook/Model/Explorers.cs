namespace M2K.Lab.Outlook;

/// <summary>Main windows. The lab's Outlook has none, as one started by automation.</summary>
public sealed class Explorers : DispCollection
{
    internal Explorers(Profile profile) : base(profile)
    {
    }

    private protected override IReadOnlyList<object?> Elements() => [];
}
