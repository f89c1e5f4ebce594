# Application, NameSpace, stores and folders (reference, section 1).
@(
    @{ Rule = 'OOM 1.1'; Name = 'the application has a name and a version of major 16, and is never trusted'
        Script = { param($outlook) @($outlook.Name, $outlook.Version.Substring(0, 3), $outlook.IsTrusted, $outlook.Explorers.Count) }
        Expect = 'Outlook | 16. | False | 0' }
    @{ Rule = 'OOM 1.1'; Name = 'after Quit every method fails as against a dead server'
        Script = { param($outlook) $outlook.Quit(); $outlook.GetNamespace('MAPI') }
        Throws = '0x800706BA' }
    @{ Rule = 'OOM 7.2'; Name = 'after Quit a property reads $null and says nothing'
        Script = { param($outlook) $session = $outlook.Session; $outlook.Quit(); $session.CurrentProfileName }
        Expect = '<null>' }
    @{ Rule = 'OOM 1.2'; Name = 'only MAPI is a namespace'
        Script = { param($outlook) $outlook.GetNamespace('IMAP') }
        Throws = '0x80070057' }
    @{ Rule = 'OOM 1.2'; Name = 'an unknown item id is MAPI_E_NOT_FOUND'
        Script = { param($outlook) $outlook.Session.GetItemFromID('00000000AABB') }
        Throws = '0x8004010F' }
    @{ Rule = 'OOM 1.2'; Name = 'without a store id an item of another store is not found, with it it is'
        Script = { param($outlook)
            $outlook.Session.AddStoreEx('/nowhere/archive.pst', 1)
            $root = $outlook.Session.Stores.Item('archive').GetRootFolder()
            $item = $root.Folders.Add('Old', 9).Items.Add(1); $item.Subject = 'old'; $item.Save()
            $without = Get-Failure { $outlook.Session.GetItemFromID($item.EntryID) }
            @($without, $outlook.Session.GetItemFromID($item.EntryID, $root.StoreID).Subject) }
        Expect = '0x8004010F | old' }
    @{ Rule = 'OOM 1.2'; Name = 'an item is found in Deleted Items too, so its Parent must be compared'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $moved = $item.Move($outlook.Session.GetDefaultFolder(3))
            $outlook.Session.GetItemFromID($moved.EntryID).Parent.Name }
        Expect = 'Deleted Items' }
    @{ Rule = 'OOM 1.2'; Name = 'CompareEntryIDs knows the short-term id of a table for the item''s own'
        Settings = @{ TableShortTermEntryId = $true }
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $cell = $outlook.Session.GetDefaultFolder(9).GetTable().GetNextRow().Item('EntryID')
            @(($cell -eq $item.EntryID), $outlook.Session.CompareEntryIDs($cell, $item.EntryID)) }
        Expect = 'False | True' }
    @{ Rule = 'OOM 1.2'; Name = 'the current user is guarded'
        Settings = @{ Guard = $true }
        Script = { param($outlook) Read-Member $outlook.Session 'CurrentUser' }
        Throws = '0x80004004' }
    @{ Rule = 'OOM 1.4'; Name = 'Store.GetDefaultFolder gives $null where a store has no such folder'
        Script = { param($outlook)
            $outlook.Session.AddStoreEx('/nowhere/archive.pst', 1)
            $outlook.Session.Stores.Item('archive').GetDefaultFolder(9) }
        Expect = '<null>' }
    @{ Rule = 'desk 23'; Name = 'a store that was added can be removed, the default one cannot'
        Script = { param($outlook)
            $outlook.Session.AddStoreEx('/nowhere/archive.pst', 1)
            $outlook.Session.RemoveStore($outlook.Session.Stores.Item('archive').GetRootFolder())
            @($outlook.Session.Stores.Count, (Get-Failure { $outlook.Session.RemoveStore($outlook.Session.DefaultStore.GetRootFolder()) })) }
        Expect = '1 | 0x80070057' }
    @{ Rule = 'OOM 1.5'; Name = 'a folder takes its parent''s type unless another is given'
        Script = { param($outlook)
            $calendar = $outlook.Session.GetDefaultFolder(9)
            $own = $calendar.Folders.Add('Team')
            $books = $calendar.Folders.Add('Books', 10)
            @($own.DefaultItemType, $own.DefaultMessageClass, $books.DefaultItemType, $own.FolderPath) }
        Expect = '1 | IPM.Appointment | 2 | \\user@mail.example\Calendar\Team' }
    @{ Rule = 'OOM 1.5'; Name = 'two folders of one name under a parent are refused'
        Settings = @{ FolderNamesUnique = $true }
        Script = { param($outlook) $f = $outlook.Session.GetDefaultFolder(9).Folders; [void]$f.Add('A'); [void]$f.Add('a') }
        Throws = '0x80004005' }
    @{ Rule = 'OOM 1.5'; Name = 'renaming takes effect at once and keeps the id; names are looked up case-sensitively'
        Script = { param($outlook)
            $folder = $outlook.Session.GetDefaultFolder(9).Folders.Add('A'); $id = $folder.EntryID
            $folder.Name = 'B'
            $folders = $outlook.Session.GetDefaultFolder(9).Folders
            @(($folders.Item('B').EntryID -eq $id), (Get-Failure { $folders.Item('b') })) }
        Expect = 'True | 0x8004010F' }
    @{ Rule = 'OOM 1.5'; Name = 'Items is a new object at every read, with its own sorting'
        Script = { param($outlook)
            foreach ($name in @('b', 'a')) { [void](New-Event -Outlook $outlook -Subject $name -Start '2026-12-01 10:00') }
            $folder = $outlook.Session.GetDefaultFolder(9)
            $sorted = $folder.Items
            $sorted.Sort('[Subject]')
            @($sorted.Item(1).Subject, [object]::ReferenceEquals($sorted, $folder.Items)) }
        Expect = 'a | False' }
    @{ Rule = 'OOM 8.1'; Name = 'a deleted folder goes to Deleted Items with its items, and from there for good'
        Script = { param($outlook)
            $folder = $outlook.Session.GetDefaultFolder(9).Folders.Add('A'); $id = $folder.EntryID
            $item = $folder.Items.Add(1); $item.Save()
            $folder.Delete()
            $there = $outlook.Session.GetFolderFromID($id, $folder.StoreID).Parent.Name
            $outlook.Session.GetFolderFromID($id).Delete()
            @($there, (Get-Failure { $outlook.Session.GetFolderFromID($id) }), (Get-Failure { $outlook.Session.GetItemFromID($item.EntryID) })) }
        Expect = 'Deleted Items | 0x8004010F | 0x8004010F' }
    @{ Rule = 'OOM 1.5'; Name = 'default folders cannot be deleted'
        Script = { param($outlook) $outlook.Session.GetDefaultFolder(9).Delete() }
        Throws = '0x80004005' }
    @{ Rule = 'OOM 1.5'; Name = 'CreateItem saves in the default folder of its type, Items.Add in its own'
        Script = { param($outlook)
            $a = $outlook.CreateItem(1); $a.Save()
            $b = $outlook.Session.GetDefaultFolder(9).Folders.Add('Team').Items.Add(); $b.Save()
            @($a.Parent.Name, $b.Parent.Name, $b.Class) }
        Expect = 'Calendar | Team | 26' }
    @{ Rule = 'OOM 1.5'; Name = 'a calendar holds items of other classes too'
        Script = { param($outlook)
            $folder = $outlook.Session.GetDefaultFolder(9)
            [void]$outlook.Lab.PutItem($folder, 'IPM.Schedule.Meeting.Request', 'invitation')
            @($folder.Items.Item(1).Class, $folder.Items.Item(1).MessageClass) }
        Expect = '53 | IPM.Schedule.Meeting.Request' }
    @{ Rule = 'OOM 2.1'; Name = 'GetNext past the end is $null, Item past the end an error'
        Script = { param($outlook)
            [void](New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00')
            $items = $outlook.Session.GetDefaultFolder(9).Items
            @($items.GetFirst().Subject, $items.GetNext(), (Get-Failure { $items.Item(2) }), (Get-Failure { $items.Item(0) })) }
        Expect = 'x | <null> | 0x80020009 | 0x80020009' }
    @{ Rule = 'rule 29'; Name = 'a post lies in the Inbox without being sent'
        Script = { param($outlook)
            $post = $outlook.Session.GetDefaultFolder(6).Items.Add(6)
            $post.Subject = 'notice'; $post.Body = 'text'; $post.Post()
            @($outlook.Session.GetDefaultFolder(6).Items.Item('notice').Class, $outlook.Lab.SendAttempts) }
        Expect = '45 | 0' }
)
