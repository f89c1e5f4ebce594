namespace M2K.Lab.Outlook;

/// <summary>Namespace names of appointments: PSETID_Appointment, PSETID_Meeting, PSETID_Common (2.5).</summary>
internal static class AppointmentSchema
{
    public static IEnumerable<KeyValuePair<string, SchemaName>> Names()
    {
        yield return One(SchemaNames.Meeting + "00030102", r => r["GlobalId"], (r, v) => r["GlobalId"] = v);
        yield return One(SchemaNames.Meeting + "00230102", r => r["GlobalId"], (r, v) => r["GlobalId"] = v);
        yield return One(SchemaNames.Appointment + "82050003", r => r.Bag.GetValueOrDefault("BusyStatus", 2), (r, v) => r["BusyStatus"] = v);
        yield return One(SchemaNames.Appointment + "8208001F", r => r.Text("Location"), (r, v) => r["Location"] = v);
        yield return One(SchemaNames.Appointment + "820D0040", r => r["StartUtc"]);
        yield return One(SchemaNames.Appointment + "820E0040", r => r["EndUtc"]);
        yield return One("urn:schemas:calendar:dtstart", r => r["StartUtc"]);
        yield return One("urn:schemas:calendar:dtend", r => r["EndUtc"]);
        yield return One("urn:schemas:calendar:location", r => r.Text("Location"));
        yield return One("urn:schemas:calendar:alldayevent", r => r.Flag("AllDayEvent"));
        yield return One(SchemaNames.Appointment + "8215000B", r => r.Flag("AllDayEvent"));
        yield return One(SchemaNames.Appointment + "82170003", r => StateFlags(r.Long("MeetingStatus")));
        yield return One(SchemaNames.Appointment + "82180003", r => r.Long("ResponseStatus"));
        yield return One(SchemaNames.Appointment + "8223000B", r => r.Pattern is not null);
        yield return One(SchemaNames.Appointment + "8229000B", r => r.Bag.GetValueOrDefault("Invited", false), (r, v) => r["Invited"] = v);
        yield return One(SchemaNames.Appointment + "82310003", r => r.Pattern is null ? 0 : r.Pattern.Type switch { 0 => 1, 1 => 2, 2 or 3 => 3, _ => 4 });
        yield return One(SchemaNames.Appointment + "8234001F", r => r["StartZone"]);
        yield return One(SchemaNames.Appointment + "82350040", r => r["StartUtc"]);
        yield return Clip(SchemaNames.Appointment + "82360040");
        yield return One(SchemaNames.Shared + "85010003", r => r.Bag.GetValueOrDefault("ReminderMinutesBeforeStart", 15));
        yield return One(SchemaNames.Shared + "8503000B", r => r.Flag("ReminderSet"));
        yield return One(SchemaNames.Shared + "8506000B", r => r.Long("Sensitivity") >= 2);
        foreach (var (tag, name) in new[] { ("0042", "Name"), ("0064", "Type"), ("0065", "Address") })
        {
            yield return One(SchemaNames.Mapi + "proptag/0x" + tag + "001F", r => r["Organizer" + name], (r, v) => r["Organizer" + name] = v);
            yield return One(SchemaNames.Mapi + "proptag/0x" + (tag switch { "0042" => "0C1A", "0064" => "0C1E", _ => "0C1F" }) + "001F", r => r["Organizer" + name], (r, v) => r["Organizer" + name] = v);
        }
    }

    /// <summary>A namespace value of anything but an appointment is absent.</summary>
    private static KeyValuePair<string, SchemaName> One(string name, Func<ItemRecord, object?> read, Action<ItemRecord, object?>? write = null) =>
        new(name, new SchemaName((_, r) => r.Class is 26 or 53 ? read(r) : null, write));

    private static KeyValuePair<string, SchemaName> Clip(string name) =>
        new(name, new SchemaName((profile, r) => r.Class == 26 ? SeriesSpan.EndUtc(profile, r) : null));

    /// <summary>PidLidAppointmentStateFlags: 1 meeting, 2 received, 4 cancelled.</summary>
    private static int StateFlags(int meetingStatus) => meetingStatus switch
    {
        1 => 1,
        3 => 3,
        5 => 5,
        7 => 7,
        _ => 0,
    };
}
