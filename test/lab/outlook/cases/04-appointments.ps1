# AppointmentItem: defaults, times and zones, all-day, identity, saving (reference, section 3).
@(
    @{ Rule = 'OOM 3.1'; Name = 'a new appointment is unsaved, busy, half an hour, with the default reminder'
        Settings = @{ FreshStart = 'nextHalfHour' }
        Script = { param($outlook)
            $outlook.Lab.SetClock('2026-11-22T08:10:00Z')
            $item = $outlook.CreateItem(1)
            @($item.EntryID, $item.GlobalAppointmentID, $item.BusyStatus, $item.Start, $item.Duration, $item.ReminderSet, $item.ReminderMinutesBeforeStart, $item.Importance, $item.MessageClass) }
        Expect = ' |  | 2 | 2026-11-22 16:30:00 | 30 | True | 15 | 1 | IPM.Appointment' }
    @{ Rule = 'OOM 3.1'; Name = 'without the default reminder option a new item has none'
        Settings = @{ DefaultReminder = $false }
        Script = { param($outlook) $outlook.CreateItem(1).ReminderSet }
        Expect = 'False' }
    @{ Rule = 'OOM 3.2'; Name = 'setting Start moves End and keeps the duration'
        Settings = @{ EndFollowsStart = $true }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00' -Minutes 90
            $item.Start = [datetime]'2026-12-05 08:00'
            @($item.End, $item.Duration) }
        Expect = '2026-12-05 09:30:00 | 90' }
    @{ Rule = 'OOM 3.2'; Name = 'an End before Start is refused and changes nothing'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            @((Get-Failure { $item.End = [datetime]'2026-12-01 09:00' }), $item.End, $item.Saved) }
        Expect = '0x80070057 | 2026-12-01 11:00:00 | True' }
    @{ Rule = 'OOM 3.2'; Name = 'zone first, then wall time: the three views of one instant agree'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $zone = $outlook.TimeZones.Item('W. Europe Standard Time')
            $item.StartTimeZone = $zone; $item.StartInStartTimeZone = [datetime]'2026-07-01 09:00'
            $item.EndTimeZone = $zone; $item.EndInEndTimeZone = [datetime]'2026-07-01 10:00'
            $item.Save()
            $item = $outlook.Session.GetItemFromID($item.EntryID)
            @($item.Start, $item.StartUTC, $item.StartInStartTimeZone, $item.StartTimeZone.ID, $item.End) }
        Expect = '2026-07-01 15:00:00 | 2026-07-01 07:00:00 | 2026-07-01 09:00:00 | W. Europe Standard Time | 2026-07-01 16:00:00' }
    @{ Rule = 'OOM 3.2'; Name = 'on the organiser''s item a new zone keeps the wall time and moves the instant'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00' -Minutes 2000
            $item.StartTimeZone = $outlook.TimeZones.Item('Tokyo Standard Time')
            @($item.StartInStartTimeZone, $item.Start, $item.End) }
        Expect = '2026-12-01 10:00:00 | 2026-12-01 09:00:00 | 2026-12-02 19:20:00' }
    @{ Rule = 'OOM 3.2'; Name = 'on a received meeting a new zone keeps the instant'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.MeetingStatus = 3
            $item.StartTimeZone = $outlook.TimeZones.Item('Tokyo Standard Time')
            @($item.StartInStartTimeZone, $item.Start) }
        Expect = '2026-12-01 11:00:00 | 2026-12-01 10:00:00' }
    @{ Rule = 'OOM 3.2'; Name = 'a new start zone that would put the start after the end keeps the instant'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.StartTimeZone = $outlook.TimeZones.Item('UTC')
            @($item.StartInStartTimeZone, $item.Start, $item.End) }
        Expect = '2026-12-01 02:00:00 | 2026-12-01 10:00:00 | 2026-12-01 11:00:00' }
    @{ Rule = 'OOM 3.2'; Name = 'daylight saving time is the zone''s of that day'
        Settings = @{ MachineZone = 'W. Europe Standard Time' }
        Script = { param($outlook)
            $summer = New-Event -Outlook $outlook -Subject 's' -Start '2026-07-01 09:00'
            $winter = New-Event -Outlook $outlook -Subject 'w' -Start '2026-12-01 09:00'
            @($summer.StartUTC, $winter.StartUTC) }
        Expect = '2026-07-01 07:00:00 | 2026-12-01 08:00:00' }
    @{ Rule = 'OOM 3.2'; Name = 'a time in the DST gap is moved forward, an ambiguous one is standard time'
        Settings = @{ MachineZone = 'W. Europe Standard Time'; GapTime = 'forward'; AmbiguousTime = 'standard' }
        Script = { param($outlook)
            $gap = New-Event -Outlook $outlook -Subject 'g' -Start '2026-03-29 02:30'
            $twice = New-Event -Outlook $outlook -Subject 't' -Start '2026-10-25 02:30'
            @($gap.Start, $gap.StartUTC, $twice.StartUTC) }
        Expect = '2026-03-29 03:30:00 | 2026-03-29 01:30:00 | 2026-10-25 01:30:00' }
    @{ Rule = 'OOM 3.2'; Name = 'dates outside 1601 to 4500 are refused, 4501-01-01 is none'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            @((Get-Failure { $item.Start = [datetime]'1600-01-01' }), (Get-Failure { $item.Start = [datetime]'4502-01-01' })) }
        Expect = '0x80070057 | 0x80070057' }
    @{ Rule = 'OOM 3.2'; Name = 'an item without a start exists: its getters fail with "You must specify a time."'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.SetRaw($item.EntryID, '{"StartUtc":null}')
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            @($again.Start, (Get-Failure { Read-Member $again 'Start' }), $again.Subject) }
        Expect = '<null> | 0x80004005 | x' }
    @{ Rule = 'OOM 9'; Name = 'unknown zone ids and IANA names are errors; a text is no zone object'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            @((Get-Failure { $outlook.TimeZones.Item('Customized Time Zone') }), (Get-Failure { $outlook.TimeZones.Item('Asia/Taipei') }),
                (Get-Failure { $item.StartTimeZone = 'UTC' }), $outlook.TimeZones.CurrentTimeZone.ID, $outlook.TimeZones.CurrentTimeZone.Bias) }
        Expect = '0x80070057 | 0x80070057 | 0x80020005 | Taipei Standard Time | -480' }
    @{ Rule = 'OOM 9'; Name = 'ConvertTime carries a wall time from zone to zone'
        Script = { param($outlook)
            $zones = $outlook.TimeZones
            $zones.ConvertTime([datetime]'2026-07-01 09:00', $zones.Item('W. Europe Standard Time'), $zones.CurrentTimeZone) }
        Expect = '2026-07-01 15:00:00' }
    @{ Rule = 'OOM 3.3'; Name = 'midnight to midnight is not all-day until the flag is set'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01' -Minutes 1440
            $before = $item.AllDayEvent
            $item.AllDayEvent = $true; $item.Save()
            @($before, $item.AllDayEvent, $item.Start, $item.End) }
        Expect = 'False | True | 2026-12-01 00:00:00 | 2026-12-02 00:00:00' }
    @{ Rule = 'OOM 3.3'; Name = 'AllDayEvent on a timed item widens it to whole days'
        Settings = @{ AllDayWidens = $true }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 22:00' -Minutes 240
            $item.AllDayEvent = $true
            @($item.AllDayEvent, $item.Start, $item.End) }
        Expect = 'True | 2026-12-01 00:00:00 | 2026-12-03 00:00:00' }
    @{ Rule = 'OOM 3.3'; Name = 'or, by the other reading, the flag does not take on timed values'
        Settings = @{ AllDayWidens = $false }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.AllDayEvent = $true
            @($item.AllDayEvent, $item.Start) }
        Expect = 'False | 2026-12-01 10:00:00' }
    @{ Rule = 'OOM 3.3'; Name = 'a start off midnight turns an all-day event into a timed one'
        Settings = @{ EndFollowsStart = $true }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01' -Minutes 1440
            $item.AllDayEvent = $true
            $item.Start = [datetime]'2026-12-01 09:00'
            @($item.AllDayEvent, $item.Duration) }
        Expect = 'False | 1440' }
    @{ Rule = 'OOM 3.3'; Name = 'seen from another zone an all-day event no longer starts at midnight'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01' -Minutes 1440
            $item.AllDayEvent = $true; $item.Save()
            $outlook.Lab.Change('{"MachineZone":"Tokyo Standard Time"}')
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            @($again.AllDayEvent, $again.Start, $again.StartInStartTimeZone) }
        Expect = 'True | 2026-12-01 01:00:00 | 2026-12-01 00:00:00' }
    @{ Rule = 'OOM 3.1'; Name = 'categories are joined by the list separator of Windows'
        Settings = @{ ListSeparator = '; ' }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.Categories = 'Work;Home ;work'
            @($item.Categories) }
        Expect = 'Work; Home' }
    @{ Rule = 'OOM 3.1'; Name = 'no categories read $null or an empty text, as the desk likes'
        Settings = @{ CategoriesNullWhenEmpty = $true }
        Script = { param($outlook)
            $item = $outlook.CreateItem(1); $first = $item.Categories
            $outlook.Lab.Change('{"CategoriesNullWhenEmpty":false}')
            @($first, $item.Categories) }
        Expect = '<null> | ' }
    @{ Rule = 'OOM 8.4'; Name = 'the master list may take up a new category at Save; names are looked up case-sensitively'
        Settings = @{ CategoriesExtendMasterList = $true }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.Categories = 'Fresh'; $before = $outlook.Session.Categories.Count; $item.Save()
            @(($outlook.Session.Categories.Count - $before), $outlook.Session.Categories.Item('Fresh').Name, (Get-Failure { $outlook.Session.Categories.Item('fresh') })) }
        Expect = '1 | Fresh | 0x8004010F' }
    @{ Rule = 'OOM 3.1'; Name = 'a body gets CRLF line ends and may gain a last one at Save'
        Settings = @{ BodyGainsNewline = $true }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.Body = "a`nb"; $item.Save()
            $item.Body.Replace("`r", 'R').Replace("`n", 'N') }
        Expect = 'aRNbRN' }
    @{ Rule = 'OOM 3.1'; Name = 'enumerations refuse values outside them'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            @((Get-Failure { $item.BusyStatus = 5 }), (Get-Failure { $item.Sensitivity = 4 }), (Get-Failure { $item.MeetingStatus = 2 }), (Get-Failure { $item.ReminderMinutesBeforeStart = -1 })) }
        Expect = '0x80070057 | 0x80070057 | 0x80070057 | 0x80070057' }
    @{ Rule = 'OOM 3.5'; Name = 'GlobalAppointmentID has the layout of MS-OXOCAL and survives Move and Copy'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $id = $item.GlobalAppointmentID
            $copy = $item.Copy()
            $moved = $item.Move($outlook.Session.GetDefaultFolder(9).Folders.Add('Team'))
            @($id.Substring(0, 32), $id.Substring(32, 8), $id.Substring(72, 8), $id.Length, ($copy.GlobalAppointmentID -eq $id), ($moved.GlobalAppointmentID -eq $id)) }
        Expect = '040000008200E00074C5B7101A82E008 | 00000000 | 10000000 | 112 | True | True' }
    @{ Rule = 'OOM 3.5'; Name = 'in an Exchange store a move gives a new EntryID and the old object is dead'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $old = $item.EntryID
            $moved = $item.Move($outlook.Session.GetDefaultFolder(9).Folders.Add('Team'))
            @(($moved.EntryID -eq $old), (Get-Failure { $outlook.Session.GetItemFromID($old) }), (Get-Failure { $item.Save() }), $moved.Parent.Name) }
        Expect = 'False | 0x8004010F | 0x8004010A | Team' }
    @{ Rule = 'OOM 3.5'; Name = 'in a PST a deleted item keeps its EntryID, which opens it in Deleted Items'
        Script = { param($outlook)
            $outlook.Session.AddStoreEx('/nowhere/archive.pst', 1)
            $root = $outlook.Session.Stores.Item('archive').GetRootFolder()
            $item = $root.Folders.Add('Old', 9).Items.Add(1); $item.Save(); $id = $item.EntryID
            $item.Delete()
            $found = $outlook.Session.GetItemFromID($id, $root.StoreID)
            $where = $found.Parent.Name
            $found.Delete()
            @($where, (Get-Failure { $outlook.Session.GetItemFromID($id, $root.StoreID) })) }
        Expect = 'Deleted Items | 0x8004010F' }
    @{ Rule = 'OOM 3.5'; Name = 'a copy carries the user properties of the original'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.UserProperties.Add('M2KSync', 1, $false).Value = 'uid'; $item.Save()
            $copy = $item.Copy()
            @($copy.UserProperties.Find('M2KSync').Value, ($copy.EntryID -eq $item.EntryID)) }
        Expect = 'uid | False' }
    @{ Rule = 'OOM 3.6'; Name = 'the modification time moves at Save and may move once more afterwards'
        Settings = @{ ModifiedMovesAfterSave = $true; ModifiedResolution = 'second' }
        Script = { param($outlook)
            $outlook.Lab.SetClock('2026-11-22T08:00:00.750Z')
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.AdvanceClock(60)
            $item.Subject = 'y'; $item.Save()
            @($item.CreationTime, $item.LastModificationTime, $outlook.Session.GetItemFromID($item.EntryID).LastModificationTime) }
        Expect = '2026-11-22 16:00:00 | 2026-11-22 16:01:00 | 2026-11-22 16:01:01' }
    @{ Rule = 'OOM 3.7'; Name = 'an object is a snapshot: what another one saved is not seen, and its own Save is refused'
        Script = { param($outlook)
            $a = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $b = $outlook.Session.GetItemFromID($a.EntryID)
            $b.Subject = 'theirs'; $b.Save()
            $seen = $a.Subject
            $a.Location = 'mine'
            @($seen, (Get-Failure { $a.Save() }), $outlook.Session.GetItemFromID($a.EntryID).Subject) }
        Expect = 'x | 0x80040109 | theirs' }
    @{ Rule = 'OOM 3.7'; Name = 'saving an item that is gone is MAPI_E_OBJECT_DELETED'
        Script = { param($outlook)
            $a = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Session.GetItemFromID($a.EntryID).Delete()
            $a.Subject = 'y'
            $a.Save() }
        Throws = '0x8004010A' }
    @{ Rule = 'OOM 3.7'; Name = 'saving without a change writes nothing'
        Script = { param($outlook)
            $outlook.Lab.SetClock('2026-11-22T08:00:00Z')
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.AdvanceClock(60); $item.Save()
            $item.LastModificationTime }
        Expect = '2026-11-22 16:00:00' }
    @{ Rule = 'OOM 3.4'; Name = 'recipients are stored with their type, any SMTP address resolves, and nothing is sent'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.MeetingStatus = 1
            $a = $item.Recipients.Add('Ann <ann@mail.example>'); $ok = $a.Resolve()
            $b = $item.Recipients.Add('nobody'); $b.Type = 2
            $item.Save()
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            @($ok, $b.Resolve(), $again.Recipients.Item(1).Address, $again.RequiredAttendees, $again.OptionalAttendees, $again.ResponseStatus) }
        Expect = 'True | False | ann@mail.example | Ann | nobody | 1' }
    @{ Rule = 'rule 26'; Name = 'Send and Respond fail loudly and are counted'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            @((Get-Failure { $item.Send() }), (Get-Failure { $item.Respond(3, $true) }), $outlook.Lab.SendAttempts) }
        Expect = '0x80040102 | 0x80040102 | 2' }
    @{ Rule = 'rule 31'; Name = 'an item open in a window shows the user''s unsaved edits and is not Saved'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.OpenInInspector($item.EntryID, '{"Subject":"typing"}')
            $seen = $outlook.Session.GetItemFromID($item.EntryID)
            @($seen.Subject, $seen.Saved, $outlook.Inspectors.Count, ($outlook.Inspectors.Item(1).CurrentItem.EntryID -eq $item.EntryID), $outlook.Session.GetDefaultFolder(9).GetTable().GetNextRow().Item('Subject')) }
        Expect = 'typing | False | 1 | True | x' }
)
