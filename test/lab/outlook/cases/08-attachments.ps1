# Formatted texts and attachments of any item (reference, sections 2.5, 3.1, 6.2).
@(
    @{ Rule = 'OOM 3.1'; Name = 'Body is the plain text of RTFBody, and writing it takes the formatting away'
        Settings = @{ BodyGainsNewline = $false }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $rtf = [Text.Encoding]::ASCII.GetBytes('{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\b a}\par \u35696?\''e9}')
            $item.RTFBody = $rtf; $item.Location = 'y'; $item.Save()
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            $kept = [Convert]::ToHexString($again.RTFBody) -eq [Convert]::ToHexString($rtf)
            $plain = $again.Body.Replace("`r`n", '/')
            $again.Body = 'b'; $again.Save()
            @($kept, $plain, [Text.Encoding]::ASCII.GetString($again.RTFBody)) }
        Expect = "True | a/$([char]35696)$([char]233) | {\rtf1\ansi\deff0 b}" }
    @{ Rule = 'OOM 6.2'; Name = 'RTFBody and the properties of attachments are guarded, attachments are not'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.Attach($item.EntryID, '{"name":"a.txt","type":1,"data":"aGVsbG8=","hidden":false}')
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            $outlook.Lab.Change('{"Guard":true}')
            $one = $again.Attachments.Item(1)
            @((Get-Failure { $again.PSObject.Properties['RTFBody'].get_Value() }), (Get-Failure { $one.PSObject.Properties['PropertyAccessor'].get_Value() }), $one.FileName, $one.Type, ($one.Size -gt 5)) }
        Expect = '0x80004004 | 0x80004004 | a.txt | 1 | True' }
    @{ Rule = 'OOM 2.5'; Name = 'an OLE object has no file, a hidden picture says that it is hidden, an item that is attached has its type'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.Attach($item.EntryID, '{"name":"Picture","type":6,"data":"aGVsbG8=","hidden":false}')
            $outlook.Lab.Attach($item.EntryID, '{"name":"image001.png","type":1,"data":"aGVsbG8=","hidden":true,"flags":4}')
            $outlook.Lab.Attach($item.EntryID, '{"name":"mail","type":5,"data":"aGVsbG8=","hidden":false}')
            $all = $outlook.Session.GetItemFromID($item.EntryID).Attachments
            $hidden = 'http://schemas.microsoft.com/mapi/proptag/0x7FFE000B'; $flags = 'http://schemas.microsoft.com/mapi/proptag/0x37140003'
            @($all.Count, (Get-Failure { $all.Item(1).SaveAsFile([IO.Path]::GetTempFileName()) }), $all.Item(2).PropertyAccessor.GetProperty($hidden), $all.Item(2).PropertyAccessor.GetProperty($flags), (Get-Failure { $all.Item(1).PropertyAccessor.GetProperty($flags) }), $all.Item(3).Type) }
        Expect = '3 | 0x80040102 | True | 4 | 0x8004010F | 5' }
    @{ Rule = 'OOM 3.1'; Name = 'an occurrence has attachments of its own: one that is added to it is an exception with it (4.5, ARO flag 0040), and its series and the others have not'
        Settings = @{ ExceptionFiles = 'series' }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $p = $item.GetRecurrencePattern(); $p.Occurrences = 4; $item.Save()
            $outlook.Lab.Attach($item.EntryID, '{"name":"agenda.txt","type":1,"data":"aGVsbG8=","hidden":false}')
            $file = "$([IO.Path]::GetTempFileName()).txt"; [IO.File]::WriteAllText($file, 'minutes')
            $o = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern().GetOccurrence([datetime]'2026-12-08 10:00')
            [void] $o.Attachments.Add($file, 1); $o.Save()
            $o = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern().GetOccurrence([datetime]'2026-12-15 10:00')
            $o.Subject = 'y'; $o.Save()
            $again = $outlook.Session.GetItemFromID($item.EntryID); $all = $again.GetRecurrencePattern().Exceptions
            $first = $all.Item(1).AppointmentItem
            @($again.Attachments.Count, $all.Count, $first.Subject, $first.Attachments.Count, ($first.Attachments.Item(2).FileName -eq [IO.Path]::GetFileName($file)), $all.Item(2).AppointmentItem.Attachments.Item(1).FileName, $again.GetRecurrencePattern().GetOccurrence([datetime]'2026-12-22 10:00').Attachments.Count) }
        Expect = '1 | 2 | x | 2 | True | agenda.txt | 1' }
    @{ Rule = 'OOM 4.5'; Name = 'an exception that overrides other things than its attachments may show none of its series'
        Settings = @{ ExceptionFiles = 'none' }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $p = $item.GetRecurrencePattern(); $p.Occurrences = 4; $item.Save()
            $outlook.Lab.Attach($item.EntryID, '{"name":"agenda.txt","type":1,"data":"aGVsbG8=","hidden":false}')
            $o = $outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern().GetOccurrence([datetime]'2026-12-15 10:00')
            $o.Subject = 'y'; $o.Save()
            @($outlook.Session.GetItemFromID($item.EntryID).GetRecurrencePattern().Exceptions.Item(1).AppointmentItem.Attachments.Count) }
        Expect = '0' }
)
