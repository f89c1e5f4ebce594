namespace M2K.Lab.Outlook;

/// <summary>The root object (1.1). One a process; <see cref="Lab"/> is the lab's own door, not in real Outlook.</summary>
public sealed class Application : DispObj
{
    private readonly NameSpace session;

    internal Application(Profile profile) : base(profile)
    {
        session = new NameSpace(profile);
        Door = new LabDoor(profile);
    }

    internal LabDoor Door { get; }

    internal NameSpace NameSpace => session;

    /// <summary>
    /// Opens a mailbox, as activation of the COM class would. Throws 0x80040154 where no classic Outlook is installed and
    /// 0x80080005 while activation is refused.
    /// </summary>
    public static Application Open(string path, string settingsJson)
    {
        var profile = new Profile(path, settingsJson);
        if (!profile.Settings.Installed)
        {
            throw OutlookError.Of(OutlookError.ClassNotRegistered, "Class not registered");
        }

        if (profile.Settings.ActivationRefusals > 0)
        {
            profile.Mailbox.Change(change => change.SetSettings(
                change.State.Settings with { ActivationRefusals = change.State.Settings.ActivationRefusals - 1 }));
            throw OutlookError.Of(OutlookError.ServerExecFailure, "Server execution failed");
        }

        return profile.Application;
    }

    public object? Name => Get(() => "Outlook");

    public object? Version => Get(() => Settings.Version);

    public object? Class => Get(() => 0);

    public object? Session => Get(() => session);

    public object? IsTrusted => Get(() => false);

    public object? TimeZones => Get(() => new TimeZones(Profile));

    public object? Explorers => Get(() => new Explorers(Profile));

    public object? Inspectors => Get(() => new Inspectors(Profile));

    public object? Lab => Door;

    public object? GetNamespace(object? Type) => Call(() =>
        Text(Type) == "MAPI" ? session : throw OutlookError.BadArgument("Only \"MAPI\" is supported."));

    public object? CreateItem(object? ItemType) => Call(() =>
    {
        var type = Long(ItemType);
        var state = Profile.Mailbox.Read();
        var folder = state.DefaultFolder(state.DefaultStore.Id, type switch { 1 => 9, 2 or 7 => 10, 3 => 13, 4 => 11, 5 => 12, _ => 16 });
        return ItemFactory.New(Profile, folder ?? throw OutlookError.Missing(), ItemFactory.MessageClassOf(type));
    });

    public object? ActiveExplorer() => Call(() => null);

    public object? ActiveInspector() => Call(() => null);

    public void Quit() => Do(() => Profile.Gone = true);
}
