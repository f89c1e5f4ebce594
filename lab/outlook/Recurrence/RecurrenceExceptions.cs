namespace M2K.Lab.Outlook;

/// <summary>The exceptions of a series as the item was when fetched (4.5). No Add, no restoring.</summary>
public sealed class RecurrenceExceptions : DispCollection
{
    private readonly AppointmentItem master;

    internal RecurrenceExceptions(Profile profile, AppointmentItem master) : base(profile) => this.master = master;

    internal override string ComName => "Exceptions";

    internal override void EnsureUsable() => master.EnsureUsable();

    private protected override IReadOnlyList<object?> Elements() =>
        [.. master.Record.Exceptions.OrderBy(e => e.Date).Select(e => new RecurrenceException(Profile, master.Record, e))];
}
