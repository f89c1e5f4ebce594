namespace M2K.Lab.Outlook;

/// <summary>The recipients of an appointment (3.4). Every member of it and of a Recipient is guarded.</summary>
public sealed class Recipients : DispCollection
{
    private readonly MessageObject item;

    internal Recipients(Profile profile, MessageObject item) : base(profile) => this.item = item;

    /// <summary>"a@b", "Name &lt;a@b&gt;" or a bare name; required until Type is set.</summary>
    public object? Add(object? Name) => Call(() =>
    {
        item.Record.Recipients.Add(Parse(Text(Name)));
        item.Touch();
        return new Recipient(Profile, item, item.Record.Recipients.Count - 1);
    });

    public void Remove(object? Index) => Do(() =>
    {
        var n = Long(Index);
        if (n < 1 || n > item.Record.Recipients.Count)
        {
            throw OutlookError.BadIndex();
        }

        item.Record.Recipients.RemoveAt(n - 1);
        item.Touch();
    });

    /// <summary>True if every recipient is an address; said to be unreliable, so resolve each one.</summary>
    public object? ResolveAll() => Call(() => item.Record.Recipients.TrueForAll(r => r.Resolved));

    internal static RecipientRecord Parse(string text)
    {
        var open = text.LastIndexOf('<');
        var address = open >= 0 && text.EndsWith('>') ? text[(open + 1)..^1].Trim() : text.Trim();
        var name = open > 0 ? text[..open].Trim().Trim('"') : address;
        return new RecipientRecord(name, address.Contains('@') ? address : "", 1, false, 0);
    }

    internal override void EnsureUsable()
    {
        item.EnsureUsable();
        Guards.Ask(Settings);
    }

    private protected override IReadOnlyList<object?> Elements() =>
        [.. item.Record.Recipients.Select((_, n) => new Recipient(Profile, item, n))];

    private protected override object? ByName(string name) =>
        item.Record.Recipients.FindIndex(r => r.Name == name) is >= 0 and var n ? new Recipient(Profile, item, n) : null;
}
