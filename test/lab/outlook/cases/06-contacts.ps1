# ContactItem and DistListItem (reference, section 5).
@(
    @{ Rule = 'OOM 5.1'; Name = 'a new contact has empty texts, no birthday and no picture'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2)
            @($c.Class, $c.FullName, $c.Email1Address, $c.MobileTelephoneNumber, $c.Birthday, $c.Gender, $c.HasPicture, $c.MessageClass) }
        Expect = '40 |  |  |  | 4501-01-01 00:00:00 | 0 | False | IPM.Contact' }
    @{ Rule = 'OOM 5.1'; Name = 'every plain text, nineteen numbers among them, is kept'
        Script = { param($outlook)
            $names = @('NickName', 'Initials', 'YomiFirstName', 'YomiLastName', 'YomiCompanyName', 'Department', 'JobTitle', 'OfficeLocation', 'Profession', 'ManagerName',
                'AssistantName', 'Account', 'ReferredBy', 'Spouse', 'Children', 'Hobby', 'Language', 'PersonalHomePage', 'FTPSite', 'IMAddress', 'User1', 'User4', 'Companies', 'Mileage', 'BillingInformation',
                'AssistantTelephoneNumber', 'BusinessTelephoneNumber', 'Business2TelephoneNumber', 'BusinessFaxNumber', 'CallbackTelephoneNumber', 'CarTelephoneNumber', 'CompanyMainTelephoneNumber',
                'HomeTelephoneNumber', 'Home2TelephoneNumber', 'HomeFaxNumber', 'ISDNNumber', 'MobileTelephoneNumber', 'OtherTelephoneNumber', 'OtherFaxNumber', 'PagerNumber', 'PrimaryTelephoneNumber',
                'RadioTelephoneNumber', 'TelexNumber', 'TTYTDDTelephoneNumber')
            $c = $outlook.CreateItem(2)
            foreach ($name in $names) { $c.$name = "value of $name" }
            $c.Save()
            $again = $outlook.Session.GetItemFromID($c.EntryID)
            @($names | Where-Object { $again.$_ -ne "value of $_" }).Count }
        Expect = '0' }
    @{ Rule = 'OOM 5.2'; Name = 'FullName is parsed into parts and overwrites them'
        Settings = @{ FullNameOrder = 'firstLast' }
        Script = { param($outlook)
            $c = $outlook.CreateItem(2)
            $c.MiddleName = 'old'
            $c.FullName = 'Dr. Jim-Bob & Mary Ellen Walton Jr.'
            @($c.Title, $c.FirstName, $c.MiddleName, $c.LastName, $c.Suffix, $c.Subject) }
        Expect = 'Dr. | Jim-Bob & Mary | Ellen | Walton | Jr. | Dr. Jim-Bob & Mary Ellen Walton Jr.' }
    @{ Rule = 'OOM 5.2'; Name = 'the order option decides which word is the surname'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2)
            $outlook.Lab.Change('{"FullNameOrder":"lastFirst"}'); $c.FullName = 'Wang Xiao Ming'; $a = $c.LastName + '/' + $c.FirstName
            $outlook.Lab.Change('{"FullNameOrder":"firstLast1Last2"}'); $c.FullName = 'Ana Ruiz Soto'
            @($a, ($c.FirstName + '/' + $c.LastName)) }
        Expect = 'Wang/Xiao Ming | Ana/Ruiz Soto' }
    @{ Rule = 'OOM 5.2'; Name = 'a Chinese name without a space goes where the switch says'
        Script = { param($outlook)
            $name = [string][char]0x738B + [char]0x5C0F + [char]0x660E
            $parts = foreach ($reading in @('first', 'last', 'surname')) {
                $outlook.Lab.Change('{"UnspacedName":"' + $reading + '"}')
                $c = $outlook.CreateItem(2); $c.FullName = $name
                '{0}/{1}' -f $c.LastName.Length, $c.FirstName.Length
            }
            @($parts) }
        Expect = '0/3 | 3/0 | 1/2' }
    @{ Rule = 'OOM 5.2'; Name = 'parts compose FullName, Subject and FileAs'
        Settings = @{ FullNameOrder = 'firstLast' }
        Script = { param($outlook)
            $c = $outlook.CreateItem(2)
            $c.LastName = 'Walton'; $c.FirstName = 'Mary'; $c.MiddleName = 'Ellen'
            @($c.FullName, $c.Subject, $c.FileAs) }
        Expect = 'Mary Ellen Walton | Mary Ellen Walton | Walton, Mary Ellen' }
    @{ Rule = 'OOM 5.2'; Name = 'a FileAs of no formula stays, one of a formula goes on following'
        Script = { param($outlook)
            $own = $outlook.CreateItem(2); $own.LastName = 'A'; $own.FirstName = 'B'; $own.FileAs = 'Boss'; $own.LastName = 'C'
            $formula = $outlook.CreateItem(2); $formula.LastName = 'A'; $formula.FirstName = 'B'; $formula.CompanyName = 'Acme'; $formula.FileAs = 'Acme'; $formula.CompanyName = 'Beta'
            @($own.FileAs, $formula.FileAs) }
        Expect = 'Boss | Beta' }
    @{ Rule = 'OOM 5.2'; Name = 'a FileAs of name and company has CRLF between them'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.LastName = 'A'; $c.FirstName = 'B'; $c.CompanyName = 'Acme'
            $c.FileAs = "Acme`r`nA, B"; $c.FirstName = 'D'
            $c.FileAs.Replace("`r`n", '#') }
        Expect = 'Acme#A, D' }
    @{ Rule = 'OOM 5.2'; Name = 'an e-mail address sets its type and makes the display name anew'
        Settings = @{ EmailDisplayName = 'nameAndAddress' }
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.FirstName = 'Ann'
            $c.Email2DisplayName = 'mine'; $c.Email2Address = 'ann@mail.example'
            @($c.Email2AddressType, $c.Email2DisplayName, $c.Email1Address) }
        Expect = 'SMTP | Ann (ann@mail.example) | ' }
    @{ Rule = 'OOM 5.2'; Name = 'an EX address keeps its SMTP form in the original display name'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.Save()
            $outlook.Lab.SetRaw($c.EntryID, '{"Email1Address":"/o=org/cn=ann","Email1AddressType":"EX","Email1Original":"ann@mail.example"}')
            $c = $outlook.Session.GetItemFromID($c.EntryID)
            @($c.Email1AddressType, $c.Email1Address, $c.PropertyAccessor.GetProperty('http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/8084001F')) }
        Expect = 'EX | /o=org/cn=ann | ann@mail.example' }
    @{ Rule = 'OOM 6.2'; Name = 'body and e-mails of a contact are guarded, names and numbers are not'
        Settings = @{ Guard = $true }
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.FirstName = 'Ann'; $c.HomeTelephoneNumber = '1'; $c.Email1Address = 'a@mail.example'
            @($c.FullName, $c.HomeTelephoneNumber, (Get-Failure { Read-Member $c 'Email1Address' }), (Get-Failure { Read-Member $c 'Body' }), (Get-Failure { Read-Member $c 'PropertyAccessor' })) }
        Expect = 'Ann | 1 | 0x80004004 | 0x80004004 | 0x80004004' }
    @{ Rule = 'OOM 5.2'; Name = 'address parts build the whole; the first address becomes the mailing address'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2)
            $c.HomeAddressStreet = "1 Road`r`nFloor 2"; $c.HomeAddressCity = 'Taipei'; $c.HomeAddressPostalCode = '106'; $c.HomeAddressCountry = 'Taiwan'
            $c.OtherAddressCity = 'Tainan'
            @($c.HomeAddress.Replace("`r`n", '#'), $c.SelectedMailingAddress, $c.MailingAddressCity, $c.BusinessAddress) }
        Expect = '1 Road#Floor 2#Taipei  106#Taiwan | 1 | Taipei | ' }
    @{ Rule = 'OOM 5.2'; Name = 'a whole address is parsed into parts and overwrites them'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2)
            $c.BusinessAddressState = 'old'
            $c.BusinessAddress = "1 Main St`r`nSuite 5`r`nSpringfield, IL 62701`r`nUSA"
            @($c.BusinessAddressStreet.Replace("`r`n", '#'), $c.BusinessAddressCity, $c.BusinessAddressState, $c.BusinessAddressPostalCode, $c.BusinessAddressCountry) }
        Expect = '1 Main St#Suite 5 | Springfield | IL | 62701 | USA' }
    @{ Rule = 'OOM 5.2'; Name = 'WebPage and BusinessHomePage may follow each other, PersonalHomePage does not'
        Settings = @{ WebPageFollows = $true }
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.WebPage = 'http://a'; $c.PersonalHomePage = 'http://p'
            $first = $c.BusinessHomePage; $c.BusinessHomePage = 'http://b'
            @($first, $c.WebPage, $c.PersonalHomePage) }
        Expect = 'http://a | http://b | http://p' }
    @{ Rule = 'OOM 5.3'; Name = 'a birthday makes a yearly all-day event in the default calendar'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.FullName = 'Ann Lee'; $c.Birthday = [datetime]'1980-02-29'; $c.Save()
            $event = $outlook.Session.GetDefaultFolder(9).Items.Item(1)
            $p = $event.GetRecurrencePattern()
            @($event.Subject, $event.AllDayEvent, $event.Start, $p.RecurrenceType, $p.Interval, $p.NoEndDate) }
        Expect = "Ann Lee's Birthday | True | 1980-02-29 00:00:00 | 5 | 12 | True" }
    @{ Rule = 'OOM 5.3'; Name = 'the event is made anew at each assignment and save, the same date included, but not otherwise'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.Birthday = [datetime]'1980-01-01'; $c.Anniversary = [datetime]'2000-01-01'; $c.Save()
            $calendar = $outlook.Session.GetDefaultFolder(9)
            $ids = { (@($calendar.Items | ForEach-Object { $_.EntryID } | Sort-Object) -join ',') }
            $first = & $ids
            $c.JobTitle = 'x'; $c.Save(); $second = & $ids
            $c.Birthday = [datetime]'1980-01-01'; $c.Save(); $third = & $ids
            @($calendar.Items.Count, ($first -eq $second), ($second -eq $third)) }
        Expect = '2 | True | False' }
    @{ Rule = 'OOM 5.3'; Name = 'seen from another zone a birthday shows another time of day, and the day itself only where it was written'
        Settings = @{ BirthdayLocal = $true }
        Script = { param($outlook)
            $local = 'http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/80DE0040'
            $c = $outlook.CreateItem(2); $c.Birthday = [datetime]'1980-02-29'; $c.Save()
            $outlook.Lab.Change('{"MachineZone":"Pacific Standard Time","BirthdayLocal":false}')
            $again = $outlook.Session.GetItemFromID($c.EntryID)
            $first = @($again.Birthday, $again.PropertyAccessor.GetProperty($local))
            $again.Birthday = [datetime]'1980-03-01'
            $none = try { $again.PropertyAccessor.GetProperty($local) } catch { 'unknown' }
            $first + @($again.Birthday, $none, $again.Anniversary) }
        Expect = '1980-02-28 08:00:00 | 1980-02-29 00:00:00 | 1980-03-01 00:00:00 | unknown | 4501-01-01 00:00:00' }
    @{ Rule = 'OOM 2.5'; Name = 'certificates are an array of bytes in a property that cannot be deleted; nobody knows what an empty one does'
        Script = { param($outlook)
            $name = 'http://schemas.microsoft.com/mapi/proptag/0x3A701102'
            $accessor = $outlook.CreateItem(2).PropertyAccessor
            $before = try { $accessor.GetProperty($name) } catch { 'unknown' }
            $two = New-Object -TypeName object[] -ArgumentList 2
            $two[0] = [byte[]] (1, 0, 8, 0); $two[1] = [byte[]] (48, 3)
            $accessor.SetProperty($name, $two)
            $held = $accessor.GetProperty($name)
            $refused = foreach ($one in { $accessor.SetProperty($name, (New-Object -TypeName object[] -ArgumentList 0)) }, { $accessor.SetProperty($name, 'AQAIAA==') }, { $accessor.DeleteProperty($name) }) {
                try { & $one; 'taken' } catch { 'refused' }
            }
            @($before, $held.Length, $held[0].GetType().Name, ($held[1] -join ',')) + $refused }
        Expect = 'unknown | 2 | Byte[] | 48,3 | refused | refused | refused' }
    @{ Rule = 'OOM 5.3'; Name = 'clearing a birthday with 4501-01-01 takes its event away; deleting the contact does not'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.Birthday = [datetime]'1980-01-01'; $c.Anniversary = [datetime]'2000-01-01'; $c.Save()
            $c.Birthday = [datetime]'4501-01-01'; $c.Save(); $one = $outlook.Session.GetDefaultFolder(9).Items.Count
            $c.Delete()
            @($one, $outlook.Session.GetDefaultFolder(9).Items.Count) }
        Expect = '1 | 1' }
    @{ Rule = 'OOM 5.3'; Name = 'a birthday before 1601 is refused'
        Script = { param($outlook) $outlook.CreateItem(2).Birthday = [datetime]'1600-05-05' }
        Throws = '0x80070057' }
    @{ Rule = 'OOM 5.3'; Name = 'the stored birthday instant is UTC midnight of the machine''s zone, a day early in the east'
        Script = { param($outlook)
            $c = $outlook.CreateItem(2); $c.Birthday = [datetime]'1990-05-05'
            $c.PropertyAccessor.GetProperty('http://schemas.microsoft.com/mapi/proptag/0x3A420040') }
        Expect = '1990-05-04 16:00:00' }
    @{ Rule = 'OOM 5.4'; Name = 'a picture is a hidden attachment whose bytes are not those of the file'
        Script = { param($outlook)
            $file = [IO.Path]::GetTempFileName()
            try {
                [IO.File]::WriteAllBytes($file, [byte[]](0xFF, 0xD8, 0xFF, 0xD9))
                $c = $outlook.CreateItem(2); $c.AddPicture($file); $c.AddPicture($file); $c.Save()
                $c = $outlook.Session.GetItemFromID($c.EntryID)
                $has = $c.HasPicture
                $c.Attachments.Item(1).SaveAsFile($file)
                $same = [IO.File]::ReadAllBytes($file).Length -eq 4
                $result = @($has, $c.Attachments.Count, $c.Attachments.Item(1).FileName, $same)
                $c.RemovePicture()
                $result + @($c.HasPicture)
            }
            finally { [IO.File]::Delete($file) } }
        Expect = 'True | 1 | ContactPicture.jpg | False | False' }
    @{ Rule = 'OOM 5.5'; Name = 'a distribution list takes resolved recipients only'
        Script = { param($outlook)
            $list = $outlook.Session.GetDefaultFolder(10).Items.Add(7); $list.DLName = 'team'
            $ann = $outlook.Session.CreateRecipient('Ann <ann@mail.example>')
            $early = Get-Failure { $list.AddMember($ann) }
            [void]$ann.Resolve(); $list.AddMember($ann); $list.Save()
            $found = $outlook.Session.GetDefaultFolder(10).Items.Item(1)
            @($early, $found.DLName, $found.MemberCount, $found.GetMember(1).Address) }
        Expect = '0x80070057 | team | 1 | ann@mail.example' }
)
