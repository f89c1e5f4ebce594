# What a VARIANT carries (desk rule 18), and how errors show in PowerShell (reference, section 7).
@(
    @{ Rule = 'desk 18'; Name = '$null into a text is a type mismatch'
        Script = { param($outlook) $outlook.CreateItem(1).Subject = $null }
        Throws = '0x80020005' }
    @{ Rule = 'desk 18'; Name = 'an Int64 is a type mismatch even where the number fits'
        Script = { param($outlook) $outlook.CreateItem(1).BusyStatus = [long]1 }
        Throws = '0x80020005' }
    @{ Rule = 'desk 18'; Name = 'a text into a date is a type mismatch'
        Script = { param($outlook) $outlook.CreateItem(1).Start = '2026-12-01 10:00' }
        Throws = '0x80020005' }
    @{ Rule = 'desk 18'; Name = 'a number into a text is a type mismatch'
        Script = { param($outlook) $outlook.CreateItem(1).Subject = 5 }
        Throws = '0x80020005' }
    @{ Rule = 'desk 18'; Name = 'a guid, a hashtable or a decimal is carried by no VARIANT'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            @((Get-Failure { $item.Subject = [guid]::Empty }), (Get-Failure { $item.Subject = @{} }), (Get-Failure { $item.Duration = [decimal]1 })) }
        Expect = '0x80131515 | 0x80020005 | 0x80020005' }
    @{ Rule = 'desk 18'; Name = 'a text with surrogate pairs and control characters comes back as it went'
        Script = { param($outlook)
            $text = [char]0xD83D + [char]0xDCC5 + ' ' + [char]0x4F1A + [char]0x8B70 + "`t'`"<&>"
            $item = New-Event -Outlook $outlook -Subject $text -Start '2026-12-01 10:00'
            $outlook.Session.GetItemFromID($item.EntryID).Subject -ceq $text }
        Expect = 'True' }
    @{ Rule = 'desk 18'; Name = 'dates lose their Kind on the way in and out'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $item.Start = New-Object DateTime -ArgumentList @(2026, 12, 1, 10, 0, 0, [DateTimeKind]::Utc)
            @($item.Start, [string]$item.Start.Kind) }
        Expect = '2026-12-01 10:00:00 | Unspecified' }
    @{ Rule = 'desk 18'; Name = 'with coercion switched on the same arguments pass, as VariantChangeType would let them'
        Settings = @{ GateCoerces = $true }
        Script = { param($outlook) $item = $outlook.CreateItem(1); $item.Subject = 5; $item.Start = '2026-12-01 10:00'; @($item.Subject, $item.Start) }
        Expect = '5 | 2026-12-01 10:00:00' }
    @{ Rule = 'desk 18'; Name = 'every COM-visible member takes and gives only object or nothing'
        Script = { param($outlook)
            $members = $outlook.Lab.Members()
            $strange = @($members | Where-Object { $_ -match '\((?!\)|Object(, Object)*\))' -or ($_ -notmatch ' : (Object|Void)$') })
            @(($members.Count -gt 400), ($strange -join '; ')) }
        Expect = 'True | ' }
    @{ Rule = 'OOM 7.1'; Name = 'an optional argument may be left out or given as Missing'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            @($outlook.Session.GetItemFromID($item.EntryID).Subject, $outlook.Session.GetItemFromID($item.EntryID, [Type]::Missing).Subject) }
        Expect = 'x | x' }
    @{ Rule = 'OOM 7.2'; Name = 'a failing getter reads $null by the dot and throws by get_Value'
        Settings = @{ Guard = $true }
        Script = { param($outlook) $item = $outlook.CreateItem(1); @($item.Body, (Get-Failure { Read-Member $item 'Body' })) }
        Expect = '<null> | 0x80004004' }
    @{ Rule = 'OOM 7.1'; Name = 'a collection returned by a function is unrolled by PowerShell unless a comma keeps it'
        Script = { param($outlook)
            $folder = $outlook.Session.GetDefaultFolder(9)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $bare = & { $folder.Items }
            $kept = & { , $folder.Items }
            @($bare.Class, $kept.Count) }
        Expect = '26 | 1' }
    @{ Rule = 'OOM 1.5'; Name = 'a member of another class is unknown on an item of the wrong class'
        Script = { param($outlook)
            $list = $outlook.Session.GetDefaultFolder(10).Items.Add(7); $list.DLName = 'team'; $list.Save()
            $found = $outlook.Session.GetDefaultFolder(10).Items.Item(1)
            @($found.Class, ($null -eq $found.PSObject.Properties['FirstName'])) }
        Expect = '69 | True' }
    @{ Rule = 'lab'; Name = 'member accesses are counted by type and member, setters apart'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $outlook.Lab.Calls.Reset()
            $item.Subject = 'a'; $item.Subject = 'b'; [void]$item.Subject; $item.Save()
            $calls = $outlook.Lab.Calls
            @($calls.Count('AppointmentItem.Subject='), $calls.Count('AppointmentItem.Subject'), $calls.Count('*.Save'), $calls.Total) }
        Expect = '2 | 1 | 1 | 4' }
)
