namespace M2K.Lab.Outlook;

/// <summary>One Windows zone. ID is the registry key, never localised; biases are minutes with UTC = local + Bias.</summary>
public sealed class TimeZone : DispObj
{
    internal TimeZone(Profile profile, string id) : base(profile) => Id = id;

    internal string Id { get; }

    public object? ID => Get(() => Id);

    public object? Name => Get(() => Zones.Find(Id).DisplayName);

    public object? Bias => Get(() => -(int)Zones.Find(Id).BaseUtcOffset.TotalMinutes);

    public object? StandardBias => Get(() => 0);

    public object? DaylightBias => Get(() => DaylightDelta());

    public object? StandardDesignation => Get(() => Zones.Find(Id).StandardName);

    public object? DaylightDesignation => Get(() => Zones.Find(Id).DaylightName);

    private int DaylightDelta()
    {
        var zone = Zones.Find(Id);
        var year = Profile.Clock.UtcNow.Year;
        var biggest = new[] { 1, 4, 7, 10 }.Max(month => zone.GetUtcOffset(new DateTime(year, month, 1)));
        return (int)(zone.BaseUtcOffset - biggest).TotalMinutes;
    }
}
