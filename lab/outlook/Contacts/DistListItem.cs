namespace M2K.Lab.Outlook;

/// <summary>A distribution list (5.5): it lies among contacts and has none of their members.</summary>
public sealed class DistListItem : OutlookItem
{
    internal DistListItem(Profile profile, ItemRecord record) : base(profile, record)
    {
    }

    public object? DLName
    {
        get => Get(() => Record.Text("DLName"));
        set => Set(() =>
        {
            Put("DLName", Text(value));
            Put("Subject", Text(value));
        });
    }

    public object? MemberCount => Get(() => Record.Recipients.Count);

    /// <summary>1-based; guarded.</summary>
    public object? GetMember(object? Index) => Call(() =>
    {
        Guards.Ask(Settings);
        var n = Long(Index);
        return n >= 1 && n <= Record.Recipients.Count ? new Recipient(Profile, Record.Recipients[n - 1]) : throw OutlookError.BadIndex();
    });

    /// <summary>The recipient must be resolved.</summary>
    public void AddMember(object? Recipient) => Do(() =>
    {
        var member = Variant.Object<Recipient>(Recipient).Current;
        Record.Recipients.Add(member.Resolved ? member : throw OutlookError.BadArgument("The recipient is not resolved."));
        Touch();
    });

    public void RemoveMember(object? Recipient) => Do(() =>
    {
        var member = Variant.Object<Recipient>(Recipient).Current;
        if (Record.Recipients.RemoveAll(r => r.Address == member.Address) == 0)
        {
            throw OutlookError.Missing();
        }

        Touch();
    });
}
