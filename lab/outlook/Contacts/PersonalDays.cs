namespace M2K.Lab.Outlook;

/// <summary>
/// Birthday and Anniversary are stored as an instant, midnight of the zone the machine had then: in another zone they show another time of day, perhaps of another
/// day. PidLidBirthdayLocal (80DE) and its like hold midnight of the date itself (5.3), which <see cref="Settings.BirthdayLocal"/> tells whether Outlook writes.
/// </summary>
internal static class PersonalDays
{
    public static void Put(Profile profile, ItemRecord record, string name, DateTime day)
    {
        record[name] = day;
        record[name + "Zone"] = profile.Settings.MachineZone;
        record[name + "Assigned"] = true;
        record[name + "Local"] = profile.Settings.BirthdayLocal && day != Fields.NoDate ? day : null;
    }

    public static DateTime Shown(Profile profile, ItemRecord record, string name) =>
        Utc(profile, record, name) is { } instant ? Zones.FromUtc(instant, profile.Zone) : Fields.NoDate;

    /// <summary>Null: none.</summary>
    public static DateTime? Utc(Profile profile, ItemRecord record, string name) =>
        record.Date(name) is { } day && day != Fields.NoDate
            ? Zones.ToUtc(day, record[name + "Zone"] is string zone ? Zones.Find(zone) : profile.Zone, profile.Settings)
            : null;
}
