# The fault script (reference, section 11) and the mailbox file as several processes see it.
@(
    @{ Rule = 'fault 2'; Name = 'busy refuses any member so many times, then lets it through'
        Script = { param($outlook)
            [void]$outlook.Lab.Faults.Add('{"kind":"busy","times":3}')
            $tries = foreach ($n in 1..4) { Get-Failure { $outlook.GetNamespace('MAPI') } }
            @($tries) + @($outlook.Lab.Faults.Count) }
        Expect = '0x80010001 | 0x80010001 | 0x80010001 | no error | 0' }
    @{ Rule = 'fault 2'; Name = 'busy can be RETRYLATER, at one member, after some calls'
        Script = { param($outlook)
            [void]$outlook.Lab.Faults.Add('{"kind":"busy","member":"NameSpace.GetDefaultFolder","skip":1,"times":1,"hResult":-2147417846}')
            $session = $outlook.Session
            $tries = foreach ($n in 1..3) { Get-Failure { $session.GetDefaultFolder(9) } }
            @($tries) }
        Expect = 'no error | 0x8001010A | no error' }
    @{ Rule = 'fault 3'; Name = 'a dead server fails every method of every object and empties every getter'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            [void]$outlook.Lab.Faults.Add('{"kind":"gone","member":"AppointmentItem.Save","times":1}')
            $item.Subject = 'y'
            $save = Get-Failure { $item.Save() }
            $fresh = Get-LabOutlook -Path $outlook.Lab.Path
            @($save, $item.Subject, (Get-Failure { $outlook.GetNamespace('MAPI') }), $fresh.Session.GetDefaultFolder(9).Items.Item(1).Subject) }
        Expect = '0x800706BA | <null> | 0x800706BA | x' }
    @{ Rule = 'fault 3'; Name = 'dying after a save leaves the change made: its outcome is unknown to the caller'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            [void]$outlook.Lab.Faults.Add('{"kind":"gone","member":"AppointmentItem.Save","after":true,"times":1}')
            $item.Subject = 'y'
            $save = Get-Failure { $item.Save() }
            $fresh = Get-LabOutlook -Path $outlook.Lab.Path
            @($save, $fresh.Session.GetDefaultFolder(9).Items.Item(1).Subject) }
        Expect = '0x800706BA | y' }
    @{ Rule = 'fault 4'; Name = 'an item may vanish between listing and opening'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            [void]$outlook.Lab.Faults.Add('{"kind":"vanish","item":"' + $item.EntryID + '","times":1}')
            $outlook.Session.GetItemFromID($item.EntryID) }
        Throws = '0x8004010F' }
    @{ Rule = 'fault 5'; Name = 'another client saves the item first: the conflict is a real one'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            [void]$outlook.Lab.Faults.Add('{"kind":"conflict","member":"*.Save","times":1}')
            $item.Subject = 'y'
            $first = Get-Failure { $item.Save() }
            $again = $outlook.Session.GetItemFromID($item.EntryID); $again.Subject = 'y'
            @($first, (Get-Failure { $again.Save() })) }
        Expect = '0x80040109 | no error' }
    @{ Rule = 'fault 1'; Name = 'one item''s body may be refused while others read'
        Script = { param($outlook)
            $a = New-Event -Outlook $outlook -Subject 'a' -Start '2026-12-01 10:00'; $b = New-Event -Outlook $outlook -Subject 'b' -Start '2026-12-02 10:00'
            [void]$outlook.Lab.Faults.Add('{"kind":"denied","member":"*.Body","item":"' + $a.EntryID + '"}')
            @((Get-Failure { Read-Member $a 'Body' }), (Get-Failure { Read-Member $b 'Body' }), $a.Body) }
        Expect = '0x80004004 | no error | <null>' }
    @{ Rule = 'fault 8'; Name = 'an unreadable item fails in Start with "You must specify a time."'
        Script = { param($outlook)
            $a = New-Event -Outlook $outlook -Subject 'a' -Start '2026-12-01 10:00'
            [void]$outlook.Lab.Faults.Add('{"kind":"unreadable","member":"AppointmentItem.Start","item":"' + $a.EntryID + '"}')
            @((Get-Failure { Read-Member $a 'Start' }), $a.Subject) }
        Expect = '0x80004005 | a' }
    @{ Rule = 'fault 17'; Name = 'in a read-only folder adding works, saving and deleting do not'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $calendar = $outlook.Session.GetDefaultFolder(9)
            $outlook.Lab.SetReadOnly($calendar, $true)
            $new = $calendar.Items.Add(1)
            $item.Subject = 'y'
            @((Get-Failure { $new.Save() }), (Get-Failure { $item.Save() }), (Get-Failure { $item.Delete() }), (Get-Failure { $item.Move($outlook.Session.GetDefaultFolder(3)) }), $calendar.Items.Count) }
        Expect = '0x80070005 | 0x80070005 | 0x80070005 | 0x80070005 | 1' }
    @{ Rule = 'fault 19'; Name = 'any error can be scripted, such as an expired licence that fails every save'
        Script = { param($outlook)
            [void]$outlook.Lab.Faults.Add('{"kind":"error","member":"*.Save"}')
            $outlook.CreateItem(1).Save() }
        Throws = '0x80040201' }
    @{ Rule = 'fault script'; Name = 'an unknown kind or member of a fault is refused, not ignored'
        Script = { param($outlook)
            @((Get-Failure { $outlook.Lab.Faults.Add('{"kind":"tired"}') }), ((Get-Failure { $outlook.Lab.Faults.Add('{"kind":"busy","often":3}') }) -ne 'no error')) }
        Expect = '0x80070057 | True' }
    @{ Rule = 'OOM 1.1'; Name = 'without a classic Outlook activation fails with REGDB_E_CLASSNOTREG'
        Script = { param($outlook) Get-LabOutlook -Path $outlook.Lab.Path -Settings @{ Installed = $false } }
        Throws = '0x80040154' }
    @{ Rule = 'OOM 1.1'; Name = 'activation may be refused a number of times first'
        Script = { param($outlook)
            $outlook.Lab.ChangeForAll('{"ActivationRefusals":2}')
            $tries = foreach ($n in 1..3) { Get-Failure { Get-LabOutlook -Path $outlook.Lab.Path } }
            @($tries) }
        Expect = '0x80080005 | 0x80080005 | no error' }
    @{ Rule = 'lab'; Name = 'what one session saves another sees at once, and a stale Save between them conflicts'
        Script = { param($outlook)
            $other = Get-LabOutlook -Path $outlook.Lab.Path
            $mine = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $theirs = $other.Session.GetItemFromID($mine.EntryID)
            $theirs.Subject = 'y'; $theirs.Save()
            $mine.Subject = 'z'
            @($outlook.Session.GetDefaultFolder(9).Items.Item(1).Subject, (Get-Failure { $mine.Save() }), $other.Session.GetDefaultFolder(9).Items.Count) }
        Expect = 'y | 0x80040109 | 1' }
    @{ Rule = 'lab'; Name = 'a save torn by a crash is no save, and the next one repairs the file'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            [IO.File]::AppendAllText($outlook.Lab.Path, '{"Next":999,"Items":[{"Id":"00')
            $other = Get-LabOutlook -Path $outlook.Lab.Path
            $seen = $other.Session.GetDefaultFolder(9).Items.Count
            $item.Subject = 'y'; $item.Save()
            @($seen, (Get-LabOutlook -Path $outlook.Lab.Path).Session.GetDefaultFolder(9).Items.Item(1).Subject) }
        Expect = '1 | y' }
    @{ Rule = 'lab'; Name = 'a thousand items list in one table, and the file is compacted without losing a session that has it open'
        Script = { param($outlook)
            $other = Get-LabOutlook -Path $outlook.Lab.Path
            $items = $outlook.Session.GetDefaultFolder(9).Items
            foreach ($n in 1..1000) { $item = $items.Add(1); $item.Subject = "n$n"; $item.Body = 'b' * 100; $item.Save() }
            $first = $other.Session.GetDefaultFolder(9).Items.Count
            for ($n = 0; $n -lt 4500; $n++) { $item.Subject = "m$n"; $item.Save() }
            $small = ([IO.FileInfo]$outlook.Lab.Path).Length -lt 8000000
            @($first, $small, $other.Session.GetDefaultFolder(9).GetTable().GetArray(5000).Length, $other.Session.GetItemFromID($item.EntryID).Subject) }
        Expect = '1000 | True | 8000 | m4499' }
    @{ Rule = 'lab'; Name = 'a misspelt setting is refused, not ignored; so is a reading that does not exist'
        Script = { param($outlook)
            @((Get-Failure { $outlook.Lab.Change('{"Gaurd":true}') }), (Get-Failure { $outlook.Lab.Change('{"GapTime":"backward"}') })) }
        Expect = '0x80070057 | 0x80070057' }
    @{ Rule = 'desk 20'; Name = 'a seed always draws the same switches, another seed others'
        Script = { param($outlook)
            $draw = { param($seed) (Get-LabOutlook -Path $outlook.Lab.Path -Settings @{ Seed = $seed }).Lab.SettingsJson }
            @(((& $draw 7) -eq (& $draw 7)), ((& $draw 7) -eq (& $draw 8)), ((& $draw 0) -eq $outlook.Lab.SettingsJson)) }
        Expect = 'True | False | True' }
)
