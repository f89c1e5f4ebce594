namespace M2K.Lab.Outlook;

/// <summary>The zones Windows knows (9). Item takes a number or a Windows id; IANA names are unknown here.</summary>
public sealed class TimeZones : DispCollection
{
    internal TimeZones(Profile profile) : base(profile)
    {
    }

    public object? CurrentTimeZone => Get(() => new TimeZone(Profile, Settings.MachineZone));

    public object? ConvertTime(object? SourceDateTime, object? SourceTimeZone, object? DestinationTimeZone) => Call(() =>
    {
        var from = Zones.Find(Variant.Object<TimeZone>(SourceTimeZone).Id);
        var to = Zones.Find(Variant.Object<TimeZone>(DestinationTimeZone).Id);
        return Zones.FromUtc(Zones.ToUtc(Date(SourceDateTime), from, Settings), to);
    });

    private protected override IReadOnlyList<object?> Elements() => [.. Zones.Ids().Select(id => new TimeZone(Profile, id))];

    private protected override object? ByName(string name)
    {
        Zones.Find(name);
        return new TimeZone(Profile, name);
    }
}
