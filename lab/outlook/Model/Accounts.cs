namespace M2K.Lab.Outlook;

/// <summary>The accounts of the profile: that of the default store, and those of ActiveSync (LabDoor.SetActiveSync).</summary>
public sealed class Accounts : DispCollection
{
    internal Accounts(Profile profile) : base(profile)
    {
    }

    private protected override IReadOnlyList<object?> Elements() =>
        [.. Profile.Mailbox.Read().Stores.Values.Where(s => s.IsDefault || s.ActiveSync.Length > 0).OrderByDescending(s => s.IsDefault).Select(s => new Account(Profile, s.Id))];
}
