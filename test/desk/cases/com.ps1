# What the transport does to late-bound calls (desk rules 18, 19; object model reference 7). Expect is what COM does; in-process is compared to it.
@(
    @{ Rule = 'OOM 7.2'; Name = 'a failing getter is $null in every plain way of reading'
        Settings = @{ Guard = $true }
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $ways = @($item.Body, $item.PSObject.Properties['Body'].Value, ($item | Select-Object -Property Body).Body, ($item | ForEach-Object -MemberName Body))
            @($ways.Count, @($ways | Where-Object { $null -ne $_ }).Count) }
        Expect = '4 | 0' }
    @{ Rule = 'OOM 7.2'; Name = 'a failing getter by get_Value is a MethodInvocationException over a COMException'
        Settings = @{ Guard = $true }
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            try { $item.PSObject.Properties['Body'].get_Value() } catch { @($_.Exception.GetType().Name, (Get-BaseError $_.Exception).GetType().Name, ('0x{0:X8}' -f (Get-BaseError $_.Exception).HResult)) } }
        Expect = 'MethodInvocationException | COMException | 0x80004004' }
    @{ Rule = 'OOM 7.2'; Name = 'the exception of a failing method'
        Script = { param($outlook)
            try { [void]$outlook.Session.GetItemFromID('00000000AABB') } catch { @($_.Exception.GetType().Name, $_.FullyQualifiedErrorId, ('0x{0:X8}' -f (Get-BaseError $_.Exception).HResult)) } }
        Expect = 'COMException | System.Runtime.InteropServices.COMException | 0x8004010F' }
    @{ Rule = 'OOM 7.2'; Name = 'some HRESULTs come as exceptions of their own class, no COMExceptions'
        Script = { param($outlook)
            $calendar = $outlook.Session.GetDefaultFolder(9)
            $outlook.Lab.SetReadOnly($calendar, $true)
            $item = $calendar.Items.Add(1)
            $argument = try { [void]$outlook.GetNamespace('IMAP') } catch { (Get-BaseError $_.Exception).GetType().Name }
            $denied = try { $item.Save() } catch { (Get-BaseError $_.Exception).GetType().Name }
            @($argument, $denied) }
        Expect = 'ArgumentException | UnauthorizedAccessException' }
    @{ Rule = 'OOM 7.2'; Name = 'the exception of a failing setter'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            try { $item.Subject = 5 } catch { @($_.Exception.GetType().Name, $_.FullyQualifiedErrorId, ('0x{0:X8}' -f (Get-BaseError $_.Exception).HResult)) } }
        Expect = 'COMException | System.Runtime.InteropServices.COMException | 0x80020005' }
    @{ Rule = 'OOM 7.2'; Name = 'a setter by set_Value fails with the same HRESULT'
        Script = { param($outlook) Get-Failure { $outlook.CreateItem(1).PSObject.Properties['Subject'].set_Value(5) } }
        Expect = '0x80020005' }
    @{ Rule = 'desk 9'; Name = 'an unknown member: read, written, called'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $read = try { $item.Nonsense } catch { $_.FullyQualifiedErrorId }
            $write = try { $item.Nonsense = 1 } catch { $_.FullyQualifiedErrorId }
            $call = try { $item.Nonsense() } catch { $_.FullyQualifiedErrorId }
            @($read, $write, $call, ($null -eq $item.PSObject.Properties['Nonsense'])) }
        Expect = 'PropertyNotFoundStrict | ExceptionWhenSetting | MethodNotFound | True' }
    @{ Rule = 'OOM 7.1'; Name = 'too many and too few arguments'
        Script = { param($outlook)
            $many = try { $outlook.GetNamespace('MAPI', 1, 2) } catch { '{0} 0x{1:X8}' -f $_.FullyQualifiedErrorId, (Get-BaseError $_.Exception).HResult }
            $few = try { $outlook.GetNamespace() } catch { '{0} 0x{1:X8}' -f $_.FullyQualifiedErrorId, (Get-BaseError $_.Exception).HResult }
            @($many, $few) }
        Expect = 'RuntimeException 0x8002000E | System.ArgumentException 0x80070057' }
    @{ Rule = 'OOM 7.1'; Name = 'a left-out optional argument is Missing in both spellings'
        Script = { param($outlook)
            $items = $outlook.Session.GetDefaultFolder(9).Items
            @($items.Add([Type]::Missing).Class, $items.Add([Reflection.Missing]::Value).Class, $items.Add().Class) }
        Expect = '26 | 26 | 26' }
    @{ Rule = 'OOM 7.1'; Name = 'a collection by index, with and without Item'
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $items = $outlook.Session.GetDefaultFolder(9).Items
            $bracket = try { $items[1].Subject } catch { $_.FullyQualifiedErrorId }
            @($items.Item(1).Subject, $bracket) }
        Expect = 'x | x' }
    @{ Rule = 'OOM 7.1'; Name = 'foreach walks the items as they were when it began'
        Script = { param($outlook)
            foreach ($n in 1..3) { [void](New-Event -Outlook $outlook -Subject "n$n" -Start '2026-12-01 10:00') }
            $seen = foreach ($item in $outlook.Session.GetDefaultFolder(9).Items) { $item.Subject; $item.Delete() }
            @(@($seen).Count, $outlook.Session.GetDefaultFolder(9).Items.Count) }
        Expect = '3 | 0' }
    @{ Rule = 'desk 18'; Name = 'dates come without a Kind, and the year 1 as 1899'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $item.Start = [datetime]::SpecifyKind([datetime]'2026-12-01 10:00', 'Local')
            @([string]$item.Start.Kind, (Get-Failure { $item.Start = [datetime]::MinValue }), $item.Start, [string]$outlook.CreateItem(2).Birthday.Year) }
        Expect = 'Unspecified | no error | 1899-12-30 00:00:00 | 4501' }
    @{ Rule = 'desk 18'; Name = 'a value that passed through a cmdlet is carried as itself'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $item.Subject = (Write-Output -InputObject 'wrapped')
            $text = [psobject]'again'
            $item.Location = $text
            @($item.Subject, $item.Location) }
        Expect = 'wrapped | again' }
    @{ Rule = 'desk 18'; Name = 'an enum, a character, a small and an unsigned number'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            @((Get-Failure { $item.BusyStatus = [DayOfWeek]::Monday }), (Get-Failure { $item.Subject = [char]'a' }), (Get-Failure { $item.BusyStatus = [int16]1 }), (Get-Failure { $item.BusyStatus = [byte]1 }),
              (Get-Failure { $item.BusyStatus = [uint32]1 }), (Get-Failure { $item.BusyStatus = [single]1 })) }
        Expect = 'no error | 0x80020005 | no error | no error | 0x80020005 | 0x80020005' }
    @{ Rule = 'desk 18'; Name = 'arrays: a list of names, an empty one, one of numbers; rows come as two dimensions'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $access = $item.PropertyAccessor
            $block = $outlook.Session.GetDefaultFolder(9).GetTable().GetArray(1)
            @((Get-Failure { $access.GetProperties(@('http://schemas.microsoft.com/mapi/proptag/0x0037001f')) }), (Get-Failure { $access.GetProperties([string[]]@('http://schemas.microsoft.com/mapi/proptag/0x0037001f')) }),
              (Get-Failure { $access.GetProperties(@()) }), (Get-Failure { $access.GetProperties(@(1, 2)) }), $block.Rank, ($block -is [array])) }
        Expect = 'no error | no error | no error | 0x80020005 | 2 | True' }
    @{ Rule = 'desk 18'; Name = 'bytes go in and come out as bytes'
        Script = { param($outlook)
            $access = $outlook.Session.GetDefaultFolder(9).PropertyAccessor
            $bytes = $access.StringToBinary('00FF7F')
            @(($bytes -is [byte[]]), $bytes, $access.BinaryToString([byte[]]@(1, 2, 255))) }
        Expect = 'True | 00FF7F | 0102FF' }
    @{ Rule = 'desk 18'; Name = 'an object given as an argument arrives as the object it is'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $moved = $item.Move($outlook.Session.GetDefaultFolder(3))
            $zone = $outlook.TimeZones.Item('W. Europe Standard Time')
            $new = $outlook.CreateItem(1); $new.StartTimeZone = $zone
            @($moved.Parent.Name, $new.StartTimeZone.ID) }
        Expect = 'Deleted Items | W. Europe Standard Time' }
    @{ Rule = 'OOM 7.4'; Name = 'an object used after it was released'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            if (-not [Runtime.InteropServices.Marshal]::IsComObject($item)) { return 'no COM object' }
            [void][Runtime.InteropServices.Marshal]::ReleaseComObject($item)
            $call = try { $item.Save() } catch { (Get-BaseError $_.Exception).GetType().Name }
            @($item.Subject, $call, (Get-Failure { Read-Member $item 'Subject' })) }
        Expect = '<null> | InvalidComObjectException | 0x80131527' }
    @{ Rule = 'OOM 7.1'; Name = 'what PowerShell calls the type'
        Script = { param($outlook) @($outlook.GetType().FullName, ($outlook.PSObject.TypeNames[0] -replace '\{.*\}', '{guid}')) }
        Expect = 'System.__ComObject | System.__ComObject#{guid}' }
    @{ Rule = 'OOM 7.1'; Name = 'names are found in any case, and Get-Member lists them'
        Script = { param($outlook) @($outlook.CreateItem(1).subject, @($outlook.CreateItem(1) | Get-Member -Name Subject).Count) }
        Expect = ' | 1' }
    @{ Rule = 'OOM 7.1'; Name = 'a property called like a method'
        Script = { param($outlook) try { $outlook.Name() } catch { $_.FullyQualifiedErrorId } }
        Expect = 'Outlook' }
)
