# Outlook's versions (reference, section 1.6): a member that came later is an unknown name, a value that came later is refused.
@(
    foreach ($row in @(
            @{ Version = '12.0.0.6691'; Since2010 = '0x80020006'; Elsewhere = '0x80070057' }
            @{ Version = '14.0.0.7268'; Since2010 = 'no error'; Elsewhere = '0x80070057' }
            @{ Version = '15.0.0.5603'; Since2010 = 'no error'; Elsewhere = 'no error' }
            @{ Version = '16.0.0.17928'; Since2010 = 'no error'; Elsewhere = 'no error' })) {
        @{ Rule = 'OOM 1.6'; Name = "what Outlook $($row.Version) lacks of Store.GetDefaultFolder, Account.DeliveryStore, GetOrganizer, RTFBody and working elsewhere"
            Settings = @{ Version = $row.Version }
            Script = { param($outlook)
                $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
                $contact = $outlook.Session.GetDefaultFolder(10).Items.Add(2)
                @((Get-UnknownName { $outlook.Session.Stores.Item(1).GetDefaultFolder(3) }), (Get-UnknownName { Read-Member -Object $outlook.Session.Accounts.Item(1) -Name 'DeliveryStore' }), (Get-UnknownName { $item.GetOrganizer() }),
                    (Get-UnknownName { Read-Member -Object $item -Name 'RTFBody' }), (Get-UnknownName { Read-Member -Object $contact -Name 'RTFBody' }), (Get-Failure { $item.BusyStatus = 4 })) }
            Expect = "$((@($row.Since2010) * 5) -join ' | ') | $($row.Elsewhere)" }
    }
    @{ Rule = 'OOM 1.4'; Name = 'in every version a store names its Deleted Items by PR_IPM_WASTEBASKET_ENTRYID'
        Settings = @{ Version = '12.0.0.6691' }
        Script = { param($outlook)
            $store = $outlook.Session.Stores.Item(1)
            $id = $store.PropertyAccessor.BinaryToString($store.PropertyAccessor.GetProperty('http://schemas.microsoft.com/mapi/proptag/0x35E30102'))
            $outlook.Session.GetFolderFromID($id, $store.StoreID).Name }
        Expect = 'Deleted Items' }
    @{ Rule = 'OOM 3.1'; Name = 'who works elsewhere is shown as free by an Outlook before 2013'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $item.BusyStatus = 4; $item.Save()
            $now = $item.BusyStatus
            $outlook.Lab.Change('{"Version":"14.0.0.7268"}')
            @($now, $outlook.Session.GetItemFromID($item.EntryID).BusyStatus) }
        Expect = '4 | 0' }
    @{ Rule = 'OOM 7.3'; Name = 'without a licence everything reads and no write is made'
        Script = { param($outlook)
            $item = New-Event -Outlook $outlook -Subject 'x' -Start '2026-12-01 10:00'
            $outlook.Lab.Change('{"Licensed":false}')
            $again = $outlook.Session.GetItemFromID($item.EntryID)
            $again.Subject = 'y'
            $new = $outlook.Session.GetDefaultFolder(9).Items.Add(1)
            $again2 = $outlook.Session.GetItemFromID($item.EntryID)
            @((Get-Failure { $again.Save() }), (Get-Failure { $new.Save() }), (Get-Failure { $again2.Delete() }), $outlook.Session.GetDefaultFolder(9).Items.Count, $again2.Subject) }
        Expect = '0x80004005 | 0x80004005 | 0x80004005 | 1 | x' }
)
