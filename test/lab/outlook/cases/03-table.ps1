# Table, filters, user properties, hidden items (reference, section 2).
@(
    @{ Rule = 'OOM 2.4'; Name = 'a calendar table starts with the eight default columns, a contacts table with its own'
        Script = { param($outlook)
            $names = foreach ($folder in @(9, 10)) { (@($outlook.Session.GetDefaultFolder($folder).GetTable().Columns | ForEach-Object { $_.Name }) -join ',') }
            @($names) }
        Expect = 'EntryID,Subject,CreationTime,LastModificationTime,MessageClass,Start,End,IsRecurring | EntryID,Subject,CreationTime,LastModificationTime,MessageClass,FirstName,LastName,CompanyName' }
    @{ Rule = 'OOM 2.4'; Name = 'a date is local by built-in name and UTC by namespace'
        Script = { param($outlook)
            $outlook.Lab.SetClock('2026-11-22T08:00:00Z')
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            $table.Columns.RemoveAll()
            foreach ($name in @('Start', 'urn:schemas:calendar:dtstart', 'LastModificationTime', $Modified)) { [void]$table.Columns.Add($name) }
            $table.GetNextRow().GetValues() }
        Settings = @{ ModifiedMovesAfterSave = $false }
        Expect = '2026-12-01 10:00:00 | 2026-12-01 02:00:00 | 2026-11-22 16:00:00 | 2026-11-22 08:00:00' }
    @{ Rule = 'OOM 2.4'; Name = 'wall times of the item''s own zone are columns too'
        Settings = @{ MachineZone = 'Tokyo Standard Time' }
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            $zone = $outlook.TimeZones.Item('W. Europe Standard Time')
            $item.StartTimeZone = $zone; $item.StartInStartTimeZone = [datetime]'2026-07-01 09:00'
            $item.EndTimeZone = $zone; $item.EndInEndTimeZone = [datetime]'2026-07-01 10:00'; $item.Save()
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            $table.Columns.RemoveAll()
            foreach ($name in @('Start', 'StartInStartTimeZone', 'EndInEndTimeZone', 'Duration')) { [void]$table.Columns.Add($name) }
            $table.GetNextRow().GetValues() }
        Expect = '2026-07-01 16:00:00 | 2026-07-01 09:00:00 | 2026-07-01 10:00:00 | 60' }
    @{ Rule = 'OOM 2.4'; Name = 'a binary is hex by built-in name and byte[] by namespace'
        Settings = @{ TableShortTermEntryId = $false }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            $long = 'http://schemas.microsoft.com/mapi/proptag/0x66700102'
            [void]$table.Columns.Add($long)
            $row = $table.GetNextRow()
            @(($row.Item('EntryID') -eq $item.EntryID), ($row.Item($long) -is [byte[]]), ($row.BinaryToString($long) -eq $item.EntryID)) }
        Expect = 'True | True | True' }
    @{ Rule = 'OOM 2.4'; Name = 'a user property is a column by its namespace with the type suffix'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.UserProperties.Add('M2KSync', 1, $false).Value = 'uid|token'
            $item.Save()
            [void](New-Event -Outlook $outlook -Subject 'y' -Start '2026-12-02 10:00')
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            $table.Columns.RemoveAll()
            [void]$table.Columns.Add('Subject')
            [void]$table.Columns.Add($M2KProperty + '/0x0000001f')
            $table.Sort('[Subject]')
            @($table.GetNextRow().GetValues()) + @($table.GetNextRow().GetValues()) }
        Expect = 'x | uid|token | y | <null>' }
    @{ Rule = 'OOM 2.4'; Name = 'a user property column without its type suffix is an error'
        Script = { param($outlook) $outlook.Session.GetDefaultFolder(9).GetTable().Columns.Add($M2KProperty) }
        Throws = '0x8004010F' }
    @{ Rule = 'OOM 2.4'; Name = 'an unknown column and a computed one are errors'
        Script = { param($outlook)
            $columns = $outlook.Session.GetDefaultFolder(9).GetTable().Columns
            @((Get-Failure { $columns.Add('Nonsense') }), (Get-Failure { $columns.Add('RecurrenceState') })) }
        Expect = '0x8004010F | 0x80070057' }
    @{ Rule = 'OOM 2.4'; Name = 'adding a column goes back to the first row'
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            [void]$table.GetNextRow(); $before = $table.EndOfTable
            [void]$table.Columns.Add('Location')
            @($before, $table.EndOfTable, $table.GetRowCount()) }
        Expect = 'True | False | 1' }
    @{ Rule = 'OOM 2.4'; Name = 'text in a table is cut at 255 characters'
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject ('s' * 300) -Start '2026-12-01 10:00')
            $outlook.Session.GetDefaultFolder(9).GetTable().GetNextRow().Item('Subject').Length }
        Expect = '255' }
    @{ Rule = 'OOM 2.4'; Name = 'GetArray gives columns first by the documentation'
        Settings = @{ TableArrayRowsFirst = $false }
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $array = $outlook.Session.GetDefaultFolder(9).GetTable().GetArray(5)
            @($array.Rank, $array.GetLength(0), $array.GetLength(1), $array[1, 0]) }
        Expect = '2 | 8 | 1 | x' }
    @{ Rule = 'OOM 2.4'; Name = 'GetArray gives rows first by the sample, and advances'
        Settings = @{ TableArrayRowsFirst = $true }
        Script = { param($outlook)
            foreach ($name in @('x', 'y', 'z')) { [void](New-Event -Outlook $outlook -Subject $name -Start '2026-12-01 10:00') }
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            $table.Sort('Subject')
            $array = $table.GetArray(2)
            @($array.GetLength(0), $array.GetLength(1), $array[1, 1], $table.EndOfTable, $table.GetArray(2).GetLength(0), $table.EndOfTable) }
        Expect = '2 | 8 | y | False | 1 | True' }
    @{ Rule = 'OOM 2.4'; Name = 'a series is one row'
        Script = { param($outlook)
            [void](New-Series -Outlook $outlook -Start '2026-12-01 10:00' -Edit { param($p) $p.RecurrenceType = 0; $p.Occurrences = 5 })
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            @($table.GetRowCount(), $table.GetNextRow().Item('IsRecurring')) }
        Expect = '1 | True' }
    @{ Rule = 'OOM 2.4'; Name = 'any cell may be $null'
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            [void]$outlook.Lab.Faults.Add('{"kind":"nullCell","member":"LastModificationTime"}')
            $row = $outlook.Session.GetDefaultFolder(9).GetTable().GetNextRow()
            @($row.Item('Subject'), $row.Item('LastModificationTime')) }
        Expect = 'x | <null>' }
    @{ Rule = 'OOM 6.2'; Name = 'the guard lets default columns through and refuses Columns.Add'
        Settings = @{ Guard = $true }
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $table = $outlook.Session.GetDefaultFolder(9).GetTable()
            @($table.GetNextRow().Item('Subject'), (Get-Failure { $table.Columns.Add('Location') })) }
        Expect = 'x | 0x80004004' }
    @{ Rule = 'OOM 2.3'; Name = 'a Jet date is read by the regional settings of Windows'
        Settings = @{ Culture = 'de-DE'; JetDates = 'windows' }
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-31 15:30')
            $outlook.Session.GetDefaultFolder(9).Items.Restrict("[Start] = '31.12.2026 15:30'").Count }
        Expect = '1' }
    @{ Rule = 'OOM 2.3'; Name = 'comparisons join with And, Or, Not and brackets; a doubled quote is one'
        Script = { param($outlook)
            foreach ($name in @("it's", 'b', 'c')) { [void](New-Event -Outlook $outlook -Subject $name -Start '2026-12-01 10:00') }
            $items = $outlook.Session.GetDefaultFolder(9).Items
            @($items.Restrict("[Subject] = 'it''s'").Count, $items.Restrict("Not ([Subject] = 'b' Or [Subject] = 'c') And [AllDayEvent] = False").Count, $items.Find("[Subject] = 'none'")) }
        Expect = '1 | 1 | <null>' }
    @{ Rule = 'OOM 2.3'; Name = 'DASL filters by message class, by like and by category'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'abc' -Start '2026-12-01 10:00'
            $item.Categories = 'Red Category, Work'; $item.Save()
            [void]$outlook.Lab.PutItem($outlook.Session.GetDefaultFolder(9), 'IPM.Note', 'mail')
            $items = $outlook.Session.GetDefaultFolder(9).Items
            @($items.Restrict('@SQL="http://schemas.microsoft.com/mapi/proptag/0x001A001E" = ''IPM.Appointment''').Count,
                $items.Restrict('@SQL="urn:schemas:httpmail:subject" like ''%b%''').Count,
                $items.Restrict('@SQL="urn:schemas-microsoft-com:office:office#Keywords" = ''Work''').Count) }
        Expect = '1 | 1 | 1' }
    @{ Rule = 'OOM 2.3'; Name = 'Body, EntryID and unknown names cannot be filtered, nor a binary in DASL'
        Script = { param($outlook)
            $items = $outlook.Session.GetDefaultFolder(9).Items
            @("[Body] = 'x'", "[EntryID] = 'x'", "[Nonsense] = 'x'", '@SQL="http://schemas.microsoft.com/mapi/proptag/0x0FFF0102" = ''00''', '[Subject] ~ 1') |
                ForEach-Object { $filter = $_; Get-Failure { $items.Restrict($filter) } } }
        Expect = '0x80020009 | 0x80020009 | 0x80020009 | 0x80020009 | 0x80020009' }
    @{ Rule = 'OOM 2.6'; Name = 'a user property date loses its seconds without a word'
        Script = { param($outlook)
            $property = $outlook.CreateItem(1).UserProperties.Add('When', 5, $false)
            $property.Value = [datetime]'2026-12-01 10:11:12'
            $property.Value }
        Expect = '2026-12-01 10:11:00' }
    @{ Rule = 'OOM 2.6'; Name = 'user property names refuse [ ] _ # and 65 characters'
        Script = { param($outlook)
            $properties = $outlook.CreateItem(1).UserProperties
            @('a_b', 'a#b', '[a', 'a]', ('n' * 65), ('n' * 64)) | ForEach-Object { $name = $_; Get-Failure { $properties.Add($name, 1, $false) } } }
        Expect = '0x80070057 | 0x80070057 | 0x80070057 | 0x80070057 | 0x80070057 | no error' }
    @{ Rule = 'OOM 2.6'; Name = 'Find gives $null for an absent user property; adding one makes the item unsaved'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $before = $item.Saved
            [void]$item.UserProperties.Add('M2KSync', 1, $false)
            @($item.UserProperties.Find('Other'), $before, $item.Saved, $item.UserProperties.Count) }
        Expect = '<null> | True | False | 1' }
    @{ Rule = 'OOM 2.6'; Name = 'a field of the folder with another type refuses the user property'
        Settings = @{ UserPropertyTypeClash = $true }
        Script = { param($outlook)
            [void]$outlook.Session.GetDefaultFolder(9).UserDefinedProperties.Add('M2KSync', 3)
            $outlook.CreateItem(1).UserProperties.Add('M2KSync', 1, $false) }
        Throws = '0x80070057' }
    @{ Rule = 'OOM 2.6'; Name = 'AddToFolderFields writes the folder''s definition, False leaves it alone'
        Script = { param($outlook)
            $item = $outlook.CreateItem(1)
            [void]$item.UserProperties.Add('A', 1, $false); [void]$item.UserProperties.Add('B', 1)
            $fields = $outlook.Session.GetDefaultFolder(9).UserDefinedProperties
            @($fields.Count, $fields.Item(1).Name) }
        Expect = '1 | B' }
    @{ Rule = 'OOM 2.5'; Name = 'a missing property is MAPI_E_NOT_FOUND; dates are UTC'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $start = 'http://schemas.microsoft.com/mapi/id/{00062002-0000-0000-C000-000000000046}/820D0040'
            @($item.PropertyAccessor.GetProperty($start), (Get-Failure { $item.PropertyAccessor.GetProperty('http://schemas.microsoft.com/mapi/proptag/0x3FFA001E') })) }
        Expect = '2026-12-01 02:00:00 | 0x8004010F' }
    @{ Rule = 'OOM 2.5'; Name = 'a property set by namespace is stored but is no user property'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.PropertyAccessor.SetProperty($M2KProperty, 'v'); $item.Save()
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            @($again.PropertyAccessor.GetProperty($M2KProperty), $again.UserProperties.Count) }
        Expect = 'v | 0' }
    @{ Rule = 'OOM 2.7'; Name = 'a storage item is made unsaved, kept hidden, and found again'
        Script = { param($outlook)
            $folder = $outlook.Session.GetDefaultFolder(9)
            $storage = $folder.GetStorage('IPM.Configuration.M2KSync', 2)
            $size = $storage.Size
            $storage.UserProperties.Add('State', 1).Value = 'generation 3'; $storage.Save()
            @($size, $folder.GetStorage('IPM.Configuration.M2KSync', 2).UserProperties.Find('State').Value, $folder.Items.Count, $folder.GetTable('', 1).GetRowCount()) }
        Expect = '0 | generation 3 | 0 | 1' }
    @{ Rule = 'OOM 2.7'; Name = 'a store may refuse storage items'
        Script = { param($outlook)
            $folder = $outlook.Session.GetDefaultFolder(9)
            $outlook.Lab.SetStorageItems($folder, $false)
            $folder.GetStorage('IPM.Configuration.M2KSync', 2) }
        Throws = '0x80040201' }
)
