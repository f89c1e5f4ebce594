namespace M2K.Lab.Outlook;

/// <summary>GetOccurrence (4.6): exact local start, of the stored series as it is now.</summary>
internal static class OccurrenceFinder
{
    public static AppointmentItem Find(AppointmentItem item, DateTime localStart)
    {
        var profile = item.Profile;
        if (item.IsNew || item.Dirty)
        {
            throw OutlookError.Of(OutlookError.Fail, "The item must be saved before its occurrences can be opened.");
        }

        var master = profile.Mailbox.Read().Items.GetValueOrDefault(item.Record.Id);
        if (master?.Pattern is null)
        {
            throw OutlookError.WasDeleted();
        }

        var changed = master.Exceptions.Find(e => !e.Deleted && e.Bag["StartUtc"] is DateTime start && Zones.FromUtc(start, profile.Zone) == localStart);
        if (changed is not null)
        {
            return Series.Open(profile, master, changed.Date, changed);
        }

        var zone = Zones.Find(master.Text("StartZone"));
        var wall = Zones.FromUtc(Zones.ToUtc(localStart, profile.Zone, profile.Settings), zone);
        var exists = (int)wall.TimeOfDay.TotalMinutes == master.Pattern.StartMinute && wall.Second == 0
            && Expansion.Contains(master.Pattern, profile.Settings.FirstDayOfWeek, wall.Date)
            && Series.ExceptionOf(master, wall.Date) is null;
        return exists
            ? Series.Open(profile, master, wall.Date, null)
            : throw OutlookError.Of(OutlookError.Fail, "You changed one of the recurrences of this item, and this instance no longer exists.");
    }
}
