namespace M2K.Lab.Outlook;

/// <summary>Item windows: those the lab's user has open (Lab.OpenInInspector).</summary>
public sealed class Inspectors : DispCollection
{
    internal Inspectors(Profile profile) : base(profile)
    {
    }

    private protected override IReadOnlyList<object?> Elements()
    {
        var state = Profile.Mailbox.Read();
        return [.. state.Open.Where(open => state.Items.ContainsKey(open.ItemId))
            .Select(open => new Inspector(Profile, ItemFactory.Open(Profile, state.Items[open.ItemId])))];
    }
}
