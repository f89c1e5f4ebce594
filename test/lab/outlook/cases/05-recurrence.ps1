# Recurrence: patterns, their dates, exceptions (reference, section 4).
@(
    @{ Rule = 'OOM 4.1'; Name = 'GetRecurrencePattern makes a single item recurring at once: weekly on its weekday, without an end'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $p = $item.GetRecurrencePattern()
            @($item.IsRecurring, $item.RecurrenceState, $item.Saved, $p.RecurrenceType, $p.DayOfWeekMask, $p.Interval, $p.NoEndDate, $p.PatternStartDate) }
        Expect = 'True | 1 | False | 1 | 4 | 1 | True | 2026-12-01 00:00:00' }
    @{ Rule = 'OOM 4.1'; Name = 'setting the type resets the rest to defaults from Start'
        Settings = @{ PatternTypeResets = $true }
        Script = { param($outlook)
            $p = (New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-30 10:00').GetRecurrencePattern()
            $p.Occurrences = 3
            $p.RecurrenceType = 6
            @($p.Interval, $p.Instance, $p.DayOfWeekMask, $p.MonthOfYear, $p.NoEndDate) }
        Expect = '12 | 5 | 8 | 12 | True' }
    @{ Rule = 'OOM 4.1'; Name = 'values out of range or of another type are refused by the setter'
        Script = { param($outlook)
            $p = (New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00').GetRecurrencePattern()
            $p.RecurrenceType = 2
            @((Get-Failure { $p.DayOfMonth = 32 }), (Get-Failure { $p.DayOfMonth = -1 }), (Get-Failure { $p.DayOfWeekMask = 2 }), (Get-Failure { $p.RecurrenceType = 4 }), (Get-Failure { $p.PatternEndDate = [datetime]'2026-11-01' })) }
        Expect = '0x80004005 | 0x80004005 | 0x80004005 | 0x80070057 | 0x80004005' }
    @{ Rule = 'OOM 4.1'; Name = 'an Instance above 5 fails at Save only'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $p = $item.GetRecurrencePattern(); $p.RecurrenceType = 3
            @((Get-Failure { $p.Instance = 6 }), (Get-Failure { $item.Save() })) }
        Expect = 'no error | 0x80004005' }
    @{ Rule = 'OOM 4.2'; Name = 'a yearly interval counts months: 12 by default, multiples of 12 only'
        Script = { param($outlook)
            $p = (New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00').GetRecurrencePattern()
            $p.RecurrenceType = 5; $default = $p.Interval
            $one = Get-Failure { $p.Interval = 1 }
            $p.Interval = 24
            @($default, $one, $p.Interval) }
        Expect = '12 | 0x80004005 | 24' }
    @{ Rule = 'OOM 4.2'; Name = 'the weekday series of the Daily tab reads Interval 0, which cannot be written'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.DayOfWeekMask = 62; $p.Occurrences = 4 }
            $outlook.Lab.SetPattern($item.EntryID, '{"interval":0}')
            $p = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern()
            @($p.RecurrenceType, $p.Interval, (Get-Failure { $p.Interval = 0 })) + @(Get-StartDay -Outlook $outlook) }
        Expect = '1 | 0 | 0x80020003 | 2026-12-01 | 2026-12-02 | 2026-12-03 | 2026-12-04' }
    @{ Rule = 'OOM 4.2'; Name = 'a monthly series every 12 months comes back as yearly'
        Settings = @{ MonthlyTwelveReadsYearly = $true }
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-08 10:00' -Edit { param($p) $p.RecurrenceType = 3; $p.Interval = 12 }
            $p = $item.GetRecurrencePattern()
            @($p.RecurrenceType, $p.Interval, $p.MonthOfYear, $p.Instance, $p.DayOfWeekMask) }
        Expect = '6 | 12 | 12 | 2 | 4' }
    @{ Rule = 'OOM 4.3'; Name = 'count and end date are both readable and agree'
        Script = { param($outlook)
            $p = (New-Event -Outlook $outlook -Subject 'x' -Start '2026-07-15 10:00').GetRecurrencePattern()
            $p.RecurrenceType = 2
            $p.PatternEndDate = [datetime]'2026-12-31'; $count = $p.Occurrences
            $p.Occurrences = 4
            @($count, $p.PatternEndDate, $p.NoEndDate) }
        Expect = '6 | 2026-10-15 00:00:00 | False' }
    @{ Rule = 'OOM 4.3'; Name = 'a series without an end reads a meaningless far end date'
        Settings = @{ NoEndPatternEnd = '4500-08-31' }
        Script = { param($outlook)
            $p = (New-Event -Outlook $outlook -Subject 'x' -Start '2026-07-15 10:00').GetRecurrencePattern()
            $p.Occurrences = 4; $p.NoEndDate = $true
            @($p.NoEndDate, $p.PatternEndDate, $p.Occurrences) }
        Expect = 'True | 4500-08-31 00:00:00 | 0' }
    @{ Rule = 'OOM 4.3'; Name = 'more than 999 occurrences are refused, counted or computed'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-07-15 10:00'
            $p = $item.GetRecurrencePattern(); $p.RecurrenceType = 0
            $set = Get-Failure { $p.Occurrences = 1000 }
            $p.PatternEndDate = [datetime]'2042-01-01'
            @($set, (Get-Failure { $item.Save() })) }
        Expect = '0x80004005 | 0x80004005' }
    @{ Rule = 'OOM 4.4'; Name = 'a monthly day 31 falls on the last day of shorter months'
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-12-31 10:00' -Edit { param($p) $p.RecurrenceType = 2; $p.Occurrences = 4 })
            Get-StartDay -Outlook $outlook }
        Expect = '2026-12-31 | 2027-01-31 | 2027-02-28 | 2027-03-31' }
    @{ Rule = 'OOM 4.4'; Name = 'a yearly 29 February falls on the 28th of common years'
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2028-02-29 10:00' -Edit { param($p) $p.RecurrenceType = 5; $p.Occurrences = 5 })
            Get-StartDay -Outlook $outlook }
        Expect = '2028-02-29 | 2029-02-28 | 2030-02-28 | 2031-02-28 | 2032-02-29' }
    @{ Rule = 'OOM 4.4'; Name = 'the last weekday of the month is Instance 5 with mask 62'
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-10-30 10:00' -Edit { param($p) $p.RecurrenceType = 3; $p.DayOfWeekMask = 62; $p.Instance = 5; $p.Occurrences = 3 })
            Get-StartDay -Outlook $outlook }
        Expect = '2026-10-30 | 2026-11-30 | 2026-12-31' }
    @{ Rule = 'OOM 4.4'; Name = 'day sets in an Nth pattern other than weekdays, weekend and any day are refused at Save'
        Settings = @{ NthMasksRestricted = $true }
        Script = { param($outlook) New-Series -Outlook $outlook -Start '2026-10-30 10:00' -Edit { param($p) $p.RecurrenceType = 3; $p.DayOfWeekMask = 12; $p.Instance = 1 } }
        Throws = '0x80004005' }
    @{ Rule = 'OOM 4.4'; Name = 'every second week counts weeks that begin on Sunday'
        Settings = @{ FirstDayOfWeek = 0 }
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-12-05 10:00' -Edit { param($p) $p.Interval = 2; $p.DayOfWeekMask = 65; $p.Occurrences = 3 })
            Get-StartDay -Outlook $outlook }
        Expect = '2026-12-05 | 2026-12-13 | 2026-12-19' }
    @{ Rule = 'OOM 4.4'; Name = 'a start that does not match is moved to the first match at Save'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.DayOfWeekMask = 16; $p.Occurrences = 2 }
            @($item.Start, $item.End, $item.GetRecurrencePattern().PatternStartDate) }
        Expect = '2026-12-03 10:00:00 | 2026-12-03 11:00:00 | 2026-12-03 00:00:00' }
    @{ Rule = 'OOM 4.1'; Name = 'StartTime, EndTime and Duration are linked, in the series'' zone'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $item.StartTimeZone = $outlook.TimeZones.Item('W. Europe Standard Time')
            $item.StartInStartTimeZone = [datetime]'2026-10-24 09:00'; $item.Duration = 60
            $p = $item.GetRecurrencePattern(); $p.RecurrenceType = 0; $p.Occurrences = 2
            $p.EndTime = [datetime]'2026-01-01 10:30'
            $item.Save()
            $times = foreach ($day in @('2026-10-24 15:00', '2026-10-25 16:00')) { $p.GetOccurrence([datetime]$day).StartUTC }
            @($p.StartTime.ToString('HH:mm'), $p.Duration) + @($times) }
        Expect = '09:00 | 90 | 2026-10-24 07:00:00 | 2026-10-25 08:00:00' }
    @{ Rule = 'OOM 3.2'; Name = 'Start, End and zones of a master are refused with 0xAF620009'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.Occurrences = 2 }
            @((Get-Failure { $item.Start = [datetime]'2026-12-02 10:00' }), (Get-Failure { $item.End = [datetime]'2026-12-02 10:00' }), (Get-Failure { $item.Duration = 5 })) }
        Expect = '0xAF620009 | 0xAF620009 | 0xAF620009' }
    @{ Rule = 'OOM 4.8'; Name = 'ClearRecurrencePattern leaves the first occurrence and makes the pattern object stale'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.Occurrences = 2 }
            $p = $item.GetRecurrencePattern()
            $item.ClearRecurrencePattern(); $item.Save()
            @($item.IsRecurring, $item.Start, (Get-Failure { $p.Interval = 2 }), (Get-Failure { $item.Start = [datetime]'2026-12-02 10:00' })) }
        Expect = 'False | 2026-12-01 10:00:00 | 0x80004005 | no error' }
    @{ Rule = 'OOM 4.6'; Name = 'GetOccurrence wants a saved item and the exact local start'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $p = $item.GetRecurrencePattern()
            $early = Get-Failure { $p.GetOccurrence([datetime]'2026-12-01 10:00') }
            $item.Save()
            $o = $p.GetOccurrence([datetime]'2026-12-08 10:00')
            @($early, $o.Start, $o.RecurrenceState, ($o.EntryID -eq $item.EntryID), (Get-Failure { $p.GetOccurrence([datetime]'2026-12-08 10:01') }), (Get-Failure { $p.GetOccurrence([datetime]'2026-12-09 10:00') })) }
        Expect = '0x80004005 | 2026-12-08 10:00:00 | 2 | True | 0x80004005 | 0x80004005' }
    @{ Rule = 'OOM 4.5'; Name = 'a deleted occurrence is an exception with a bare date, a changed one keeps date and time'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Occurrences = 5 }
            $p = $item.GetRecurrencePattern()
            $p.GetOccurrence([datetime]'2026-12-02 10:00').Delete()
            $o = $p.GetOccurrence([datetime]'2026-12-04 10:00'); $o.Subject = 'moved'; $o.Start = [datetime]'2026-12-04 15:00'; $o.Save()
            $again = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern()
            $e = $again.Exceptions
            @($e.Count, $e.Item(1).Deleted, $e.Item(1).OriginalDate, (Get-Failure { Read-Member $e.Item(1) 'AppointmentItem' }), $e.Item(2).OriginalDate, $e.Item(2).AppointmentItem.Subject, $e.Item(2).AppointmentItem.RecurrenceState, $again.Occurrences) }
        Expect = '2 | True | 2026-12-02 00:00:00 | 0x80004005 | 2026-12-04 10:00:00 | moved | 3 | 5' }
    @{ Rule = 'OOM 4.6'; Name = 'a moved occurrence is found at its new start, not at its old one; a deleted one nowhere'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Interval = 3; $p.Occurrences = 5 }
            $p = $item.GetRecurrencePattern()
            $o = $p.GetOccurrence([datetime]'2026-12-04 10:00'); $o.Start = [datetime]'2026-12-05 15:00'; $o.Save()
            $p.GetOccurrence([datetime]'2026-12-07 10:00').Delete()
            @((Get-Failure { $p.GetOccurrence([datetime]'2026-12-04 10:00') }), $p.GetOccurrence([datetime]'2026-12-05 15:00').RecurrenceState, (Get-Failure { $p.GetOccurrence([datetime]'2026-12-07 10:00') })) }
        Expect = '0x80004005 | 3 | 0x80004005' }
    @{ Rule = 'OOM 4.7'; Name = 'an occurrence moved past or onto the day of its neighbour cannot be saved'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Interval = 2; $p.Occurrences = 5 }
            $p = $item.GetRecurrencePattern()
            $tries = foreach ($day in @('2026-12-05 08:00', '2026-12-08 08:00', '2026-12-01 23:00', '2026-12-04 23:00')) {
                $o = $p.GetOccurrence([datetime]'2026-12-03 10:00'); $o.Start = [datetime]$day
                Get-Failure { $o.Save() }
            }
            @($tries) }
        Expect = '0x80004005 | 0x80004005 | 0x80004005 | no error' }
    @{ Rule = 'OOM 4.7'; Name = 'a deleted neighbour is no neighbour'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Interval = 2; $p.Occurrences = 5 }
            $p = $item.GetRecurrencePattern()
            $p.GetOccurrence([datetime]'2026-12-05 10:00').Delete()
            $o = $p.GetOccurrence([datetime]'2026-12-03 10:00'); $o.Start = [datetime]'2026-12-06 08:00'
            Get-Failure { $o.Save() } }
        Expect = 'no error' }
    @{ Rule = 'OOM 4.5'; Name = 'sensitivity and categories of an occurrence are the master''s, whatever was set'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Occurrences = 5 }
            $p = $item.GetRecurrencePattern()
            $o = $p.GetOccurrence([datetime]'2026-12-02 10:00'); $o.Sensitivity = 2; $o.Categories = 'X'; $o.Location = 'here'; $o.Save()
            $o = $p.GetOccurrence([datetime]'2026-12-02 10:00')
            @($o.Sensitivity, $o.Categories, $o.Location) }
        Settings = @{ CategoriesNullWhenEmpty = $true }
        Expect = '0 | <null> | here' }
    @{ Rule = 'OOM 4.5'; Name = 'saving an exception moves the master on: an older master object conflicts, a second open occurrence is lost'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Occurrences = 5 }
            $p = $item.GetRecurrencePattern()
            $a = $p.GetOccurrence([datetime]'2026-12-02 10:00'); $b = $p.GetOccurrence([datetime]'2026-12-03 10:00')
            $a.Subject = 'a'; $a.Save(); $b.Subject = 'b'; $item.Subject = 'm'
            @((Get-Failure { $b.Save() }), (Get-Failure { $item.Save() })) }
        Expect = '0x80004005 | 0x80040109' }
    @{ Rule = 'OOM 4.5'; Name = 'changing the pattern drops the exceptions, shortening it only those beyond the end'
        Settings = @{ PatternEditDropsExceptions = $true }
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Occurrences = 9 }
            foreach ($day in @('2026-12-02 10:00', '2026-12-08 10:00')) { $item.GetRecurrencePattern().GetOccurrence([datetime]$day).Delete() }
            $item = $outlook.Session.GetItemFromID($item.EntryID)
            $p = $item.GetRecurrencePattern(); $p.Occurrences = 5; $short = $p.Exceptions.Count
            $p.Interval = 2
            @($short, $p.Exceptions.Count) }
        Expect = '1 | 0' }
    @{ Rule = 'OOM 4.5'; Name = 'exceptions may be unreadable, or twice for one day, of which the changed one counts'
        Script = { param($outlook)
            $item = New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Occurrences = 5 }
            $o = $item.GetRecurrencePattern().GetOccurrence([datetime]'2026-12-02 10:00'); $o.Subject = 'x'; $o.Save()
            $outlook.Lab.SpoilException($item.EntryID, '2026-12-02', 'duplicate')
            $e = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern().Exceptions
            $still = @(Get-StartDay -Outlook $outlook).Count
            $twice = @($e.Count, $e.Item(1).Deleted, $e.Item(2).Deleted, $still)
            $outlook.Lab.SpoilException($item.EntryID, '2026-12-02', 'unreadable')
            $e = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern().Exceptions
            $twice + @((Get-Failure { Read-Member $e.Item(1) 'OriginalDate' })) }
        Expect = '2 | True | False | 5 | 0x80004005' }
    @{ Rule = 'OOM 2.2'; Name = 'an enumerated occurrence has no Parent.StoreID, and Count is meaningless'
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) })
            $items = $outlook.Session.GetDefaultFolder(9).Items
            $items.Sort('[Start]'); $items.IncludeRecurrences = $true
            $first = $items.GetFirst()
            @($items.Count, $first.RecurrenceState, ($null -eq $first.Parent.PSObject.Properties['StoreID'])) }
        Expect = '2147483647 | 2 | True' }
    @{ Rule = 'OOM 2.2'; Name = 'without expansion a series is matched by the span of all its occurrences'
        Settings = @{ SortedRestrictExpands = $false }
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.Occurrences = 4 })
            $items = $outlook.Session.GetDefaultFolder(9).Items
            @($items.Restrict("[Start] < '12/18/2026 00:00' And [End] > '12/17/2026 00:00'").Count, $items.Restrict("[End] > '01/01/2027 00:00'").Count) }
        Expect = '1 | 0' }
    @{ Rule = 'OOM 2.2'; Name = 'sorted and restricted, occurrences come one by one'
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0 })
            $items = $outlook.Session.GetDefaultFolder(9).Items
            $items.Sort('[Start]'); $items.IncludeRecurrences = $true
            $found = $items.Restrict("[Start] >= '12/10/2026 00:00'")
            @($found.GetFirst().Start, $found.GetNext().Start) }
        Expect = '2026-12-10 10:00:00 | 2026-12-11 10:00:00' }
)
