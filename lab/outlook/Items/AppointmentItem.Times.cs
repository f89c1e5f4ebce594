namespace M2K.Lab.Outlook;

/// <summary>
/// The coupled time views (3.2, 3.3). Stored are two UTC instants and two zone ids; Start and End are those instants in the machine's zone,
/// the ...InStart/EndTimeZone views in the item's zones.
/// </summary>
public sealed partial class AppointmentItem
{
    private const string Unreadable = "You must specify a time.";

    public object? Start
    {
        get => Get(() => Zones.FromUtc(StartInstant, Profile.Zone));
        set => Set(() => MoveStart(Wall(value), Profile.Zone));
    }

    public object? End
    {
        get => Get(() => Zones.FromUtc(EndInstant, Profile.Zone));
        set => Set(() => MoveEnd(Wall(value), Profile.Zone));
    }

    public object? StartUTC
    {
        get => Get(() => StartInstant);
        set => Set(() => MoveStart(Zones.FromUtc(Wall(value), Profile.Zone), Profile.Zone));
    }

    public object? EndUTC
    {
        get => Get(() => EndInstant);
        set => Set(() => MoveEnd(Zones.FromUtc(Wall(value), Profile.Zone), Profile.Zone));
    }

    public object? StartInStartTimeZone
    {
        get => Get(() => Zones.FromUtc(StartInstant, StartZone));
        set => Set(() => MoveStart(Wall(value), StartZone));
    }

    public object? EndInEndTimeZone
    {
        get => Get(() => Zones.FromUtc(EndInstant, EndZone));
        set => Set(() => MoveEnd(Wall(value), EndZone));
    }

    /// <summary>On the organiser's item the wall time stays and the instant moves; on a received one the instant stays.</summary>
    public object? StartTimeZone
    {
        get => Get(() => new TimeZone(Profile, Record.Text("StartZone")));
        set => Set(() =>
        {
            var id = Variant.Object<TimeZone>(value).Id;
            EnsureNotMaster();
            var moved = Zones.ToUtc(Zones.FromUtc(StartInstant, StartZone), Zones.Find(id), Settings);
            Put("StartZone", id);
            if (IsOrganiser && moved <= EndInstant)
            {
                Put("StartUtc", moved);
            }
        });
    }

    public object? EndTimeZone
    {
        get => Get(() => new TimeZone(Profile, Record.Text("EndZone")));
        set => Set(() =>
        {
            var id = Variant.Object<TimeZone>(value).Id;
            EnsureNotMaster();
            var moved = Zones.ToUtc(Zones.FromUtc(EndInstant, EndZone), Zones.Find(id), Settings);
            Put("EndZone", id);
            if (IsOrganiser && moved >= StartInstant)
            {
                Put("EndUtc", moved);
            }
        });
    }

    /// <summary>Minutes; setting moves the end.</summary>
    public object? Duration
    {
        get => Get(() => (int)(EndInstant - StartInstant).TotalMinutes);
        set => Set(() =>
        {
            var minutes = Long(value);
            EnsureNotMaster();
            Put("EndUtc", minutes >= 0 ? StartInstant.AddMinutes(minutes) : throw OutlookError.BadArgument("Duration is 0 or more."));
        });
    }

    /// <summary>True widens a timed appointment to whole days of the machine's zone (undocumented, hence a switch); see 3.3.</summary>
    public object? AllDayEvent
    {
        get => Read();
        set => Set(() =>
        {
            var on = Flag(value);
            if (on && !Record.Flag("AllDayEvent"))
            {
                MakeAllDay();
            }
            else
            {
                Put("AllDayEvent", on);
            }
        });
    }

    internal TimeZoneInfo StartZone => Zones.Find(Record.Text("StartZone"));

    private TimeZoneInfo EndZone => Zones.Find(Record.Text("EndZone"));

    private DateTime StartInstant => Record.Date("StartUtc") ?? throw OutlookError.Of(OutlookError.Fail, Unreadable);

    private DateTime EndInstant => Record.Date("EndUtc") ?? throw OutlookError.Of(OutlookError.Fail, Unreadable);

    private bool IsOrganiser => Record.Long("MeetingStatus") is 0 or 1 or 5;

    private void BeginTimes()
    {
        Record["StartZone"] = Record["EndZone"] = Settings.MachineZone;
        if (Settings.FreshStart == "nextHalfHour")
        {
            var now = Zones.FromUtc(Profile.Clock.UtcNow, Profile.Zone);
            var start = now.Date.AddMinutes(((int)now.TimeOfDay.TotalMinutes / 30 * 30) + 30);
            Record["StartUtc"] = Zones.ToUtc(start, Profile.Zone, Settings);
            Record["EndUtc"] = Zones.ToUtc(start.AddMinutes(30), Profile.Zone, Settings);
        }
        else
        {
            Record["StartUtc"] = Record["EndUtc"] = Fields.NoDate;
        }
    }

    private DateTime Wall(object? value)
    {
        var date = Dates.EnsureStorable(Date(value));
        EnsureNotMaster();
        return Settings.StartDropsSeconds ? Dates.ToMinute(date) : date;
    }

    private void EnsureNotMaster()
    {
        if (occurrence is null && Record.Pattern is not null)
        {
            throw OutlookError.Of(OutlookError.MasterTimes, "The start and end of a series can be changed through its pattern only.");
        }
    }

    private void MoveStart(DateTime wall, TimeZoneInfo zone)
    {
        var start = Zones.ToUtc(wall, zone, Settings);
        var end = Settings.EndFollowsStart || EndInstant < start ? start + (EndInstant - StartInstant) : EndInstant;
        Put("StartUtc", start);
        Put("EndUtc", end);
        DropAllDayUnlessMidnight(start);
    }

    private void MoveEnd(DateTime wall, TimeZoneInfo zone)
    {
        var end = Zones.ToUtc(wall, zone, Settings);
        if (end < StartInstant)
        {
            throw OutlookError.BadArgument("The end date you entered occurs before the start date.");
        }

        Put("EndUtc", end);
        DropAllDayUnlessMidnight(end);
    }

    /// <summary>"The appointment will become a multiday appointment instead of an all-day event" (3.3).</summary>
    private void DropAllDayUnlessMidnight(DateTime utc)
    {
        if (Record.Flag("AllDayEvent") && !Dates.IsMidnight(Zones.FromUtc(utc, Profile.Zone)) && !Dates.IsMidnight(Zones.FromUtc(utc, StartZone)))
        {
            Put("AllDayEvent", false);
        }
    }

    private void MakeAllDay()
    {
        var start = Zones.FromUtc(StartInstant, Profile.Zone);
        var end = Zones.FromUtc(EndInstant, Profile.Zone);
        var whole = Dates.IsMidnight(start) && Dates.IsMidnight(end) && end > start;
        if (!whole && !Settings.AllDayWidens)
        {
            return;
        }

        if (!whole)
        {
            EnsureNotMaster();
            var last = Dates.IsMidnight(end) && end > start.Date ? end : end.Date.AddDays(1);
            Put("StartUtc", Zones.ToUtc(start.Date, Profile.Zone, Settings));
            Put("EndUtc", Zones.ToUtc(last, Profile.Zone, Settings));
        }

        Put("AllDayEvent", true);
        if (Settings.AllDaySetsFree)
        {
            Put("BusyStatus", 0);
        }

        if (Settings.AllDayReminderEarlier && Record.Flag("ReminderSet") && Record.Long("ReminderMinutesBeforeStart") == Settings.DefaultReminderMinutes)
        {
            Put("ReminderMinutesBeforeStart", 18 * 60);
        }
    }
}
