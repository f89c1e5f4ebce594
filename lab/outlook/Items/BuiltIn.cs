namespace M2K.Lab.Outlook;

/// <summary>
/// A property of a record by its built-in name, as Table, Sort and filters see it: dates local, binaries hex, several values a comma text.
/// </summary>
internal static class BuiltIn
{
    /// <summary>Computed in the object model, so no column, filter or sort may use them (2.3, 2.4).</summary>
    private static readonly HashSet<string> Blocked = new(StringComparer.OrdinalIgnoreCase)
    {
        "RecurrenceState", "Class", "Saved", "Sent", "IsConflict", "AutoResolvedWinner", "BodyFormat", "DLName", "InternetCodePage", "MemberCount",
        "HTMLBody", "RTFBody", "Recipients", "UserProperties", "Parent", "Session", "Application", "StartTimeZone", "EndTimeZone", "Conflicts",
        "DownloadState", "Submitted", "ConversationIndex", "MeetingWorkspaceURL", "Email1EntryID", "Email2EntryID", "Email3EntryID",
        "CompanyAndFullName", "FullNameAndCompany", "CompanyLastFirstNoSpace", "CompanyLastFirstSpaceOnly", "LastFirstNoSpace",
        "LastFirstNoSpaceAndSuffix", "LastFirstNoSpaceCompany", "LastFirstSpaceOnly", "LastFirstSpaceOnlyCompany", "LastFirstAndSuffix", "LastNameAndFirstName",
    };

    public static bool IsBlocked(string name) => Blocked.Contains(name);

    public static bool IsKnown(int itemType, string name) =>
        name.ToUpperInvariant() is "ENTRYID" or "CREATIONTIME" or "LASTMODIFICATIONTIME" or "MESSAGECLASS" or "SIZE"
        || Fields.Of(ClassOf(itemType)).ContainsKey(name)
        || (itemType == 1 && name.ToUpperInvariant() is "START" or "END" or "ISRECURRING" or "DURATION" or "STARTUTC" or "ENDUTC" or "GLOBALAPPOINTMENTID" or "ORGANIZER" or "STARTINSTARTTIMEZONE" or "ENDINENDTIMEZONE")
        || (itemType == 2 && name.ToUpperInvariant() is "FULLNAME" or "FILEAS" or "MAILINGADDRESS");

    /// <summary>Null where the record has no such value (a contact's Start).</summary>
    public static object? Value(Profile profile, ItemRecord record, string name) => name.ToUpperInvariant() switch
    {
        "ENTRYID" => record.Id,
        "CREATIONTIME" => Zones.FromUtc(record.CreatedUtc, profile.Zone),
        "LASTMODIFICATIONTIME" => Zones.FromUtc(record.ModifiedUtc, profile.Zone),
        "MESSAGECLASS" => record.MessageClass,
        "SIZE" => 1024 + (2 * record.Text("Body").Length),
        "START" => Local(profile, record.Date("StartUtc")),
        "END" => Local(profile, record.Date("EndUtc")),
        "STARTUTC" => record.Date("StartUtc"),
        "ENDUTC" => record.Date("EndUtc"),
        "STARTINSTARTTIMEZONE" => InZone(record.Date("StartUtc"), record.Text("StartZone")),
        "ENDINENDTIMEZONE" => InZone(record.Date("EndUtc"), record.Text("EndZone")),
        "DURATION" => record.Date("EndUtc") is { } end && record.Date("StartUtc") is { } start ? (int)(end - start).TotalMinutes : null,
        "ISRECURRING" => record.Class == 26 ? record.Pattern is not null : null,
        "GLOBALAPPOINTMENTID" => record["GlobalId"] is byte[] id ? Convert.ToHexString(id) : null,
        "CATEGORIES" => record.Text("Categories") is { Length: > 0 } names ? names : null,
        "FULLNAME" or "FILEAS" => record.Class == 40 ? record.Text(name) : null,
        _ => Fields.Of(record.Class).TryGetValue(name, out var field) ? record.Bag.GetValueOrDefault(field.Name, field.Default) : null,
    };

    private static int ClassOf(int itemType) => itemType switch
    {
        1 => 26,
        2 => 40,
        _ => 0,
    };

    private static object? Local(Profile profile, DateTime? utc) => utc is { } instant ? Zones.FromUtc(instant, profile.Zone) : null;

    private static object? InZone(DateTime? utc, string zone) =>
        utc is { } instant && zone.Length > 0 ? Zones.FromUtc(instant, Zones.Find(zone)) : null;
}
