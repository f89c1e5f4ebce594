using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>One user property of an item.</summary>
public sealed class UserProperty : DispObj
{
    private readonly MessageObject item;
    private readonly string name;

    internal UserProperty(Profile profile, MessageObject item, string name) : base(profile)
    {
        this.item = item;
        this.name = name;
    }

    public object? Name => Get(() => Stored().Name);

    public object? Type => Get(() => Stored().Type);

    [DispId(0)]
    public object? Value
    {
        get => Get(() => Stored().Value);
        set => Set(() =>
        {
            var old = Stored();
            item.Record.User[item.Record.User.IndexOf(old)] =
                old with { Value = UserPropertyKind.Cast(old.Type, value, Settings.GateCoerces) };
            item.Touch();
        });
    }

    public void Delete() => Do(() =>
    {
        item.Record.User.Remove(Stored());
        item.Touch();
    });

    internal override void EnsureUsable() => item.EnsureUsable();

    private UserPropertyRecord Stored() => item.Record.User.Find(u => u.Name == name) ?? throw OutlookError.Missing();
}
