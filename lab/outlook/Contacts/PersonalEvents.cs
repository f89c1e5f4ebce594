namespace M2K.Lab.Outlook;

/// <summary>
/// Birthday and Anniversary put a yearly all-day event into the default calendar of the contact's store, again at each assignment (5.3).
/// </summary>
internal static class PersonalEvents
{
    public static void Refresh(Profile profile, ItemRecord contact, MailboxChange change)
    {
        foreach (var name in new[] { "Birthday", "Anniversary" })
        {
            if (!contact.Flag(name + "Assigned"))
            {
                continue;
            }

            contact.Bag.Remove(name + "Assigned");
            if (contact[name + "EventId"] is string old)
            {
                change.DropItem(old);
                contact.Bag.Remove(name + "EventId");
            }

            if (profile.Settings.BirthdayEvents && contact.Date(name) is { } day && day != Fields.NoDate)
            {
                contact[name + "EventId"] = Make(profile, contact, name, day, change);
            }
        }
    }

    private static string Make(Profile profile, ItemRecord contact, string name, DateTime day, MailboxChange change)
    {
        var store = change.State.DefaultFolder(contact.StoreId, 9) is null ? change.State.DefaultStore : change.State.Stores[contact.StoreId];
        var calendar = change.State.DefaultFolder(store.Id, 9)!;
        var now = Dates.Stamp(profile.Clock.UtcNow, profile.Settings);
        var made = new ItemRecord
        {
            Id = EntryIds.Item(store, change.Number()), StoreId = store.Id, FolderId = calendar.Id, Class = 26, MessageClass = "IPM.Appointment",
            Change = change.Number(), CreatedUtc = now, ModifiedUtc = now,
            Bag = new()
            {
                ["Subject"] = Subject(profile, contact.Text("FullName"), name), ["AllDayEvent"] = true, ["BusyStatus"] = 0,
                ["StartZone"] = profile.Settings.MachineZone, ["EndZone"] = profile.Settings.MachineZone,
                ["StartUtc"] = Zones.ToUtc(day, profile.Zone, profile.Settings), ["EndUtc"] = Zones.ToUtc(day.AddDays(1), profile.Zone, profile.Settings),
                ["ReminderSet"] = profile.Settings.DefaultReminder, ["ReminderMinutesBeforeStart"] = 18 * 60,
                ["GlobalId"] = GlobalObjectId.Make(now), ["SearchKey"] = Guid.NewGuid().ToByteArray(),
            },
            Pattern = new PatternRecord { Type = 5, Interval = 12, DayOfMonth = day.Day, MonthOfYear = day.Month, StartDate = day, Duration = 1440 },
        };
        change.Put(made);
        return made.Id;
    }

    private static string Subject(Profile profile, string person, string name) =>
        (profile.Settings.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase), name) switch
        {
            (true, "Birthday") => person + " 的生日",
            (true, _) => person + " 的紀念日",
            (false, "Birthday") => person + "'s Birthday",
            _ => person + "'s Anniversary",
        };
}
