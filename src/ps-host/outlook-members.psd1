# Every member of Outlook's object model that the host may touch. Nothing that sends mail is here (rules.md 26).
# Read and Write are checked when a request names them; Call are the methods that stand in the functions, which a test reads from their AST.
@{
    Read    = @(
        # Application, NameSpace, stores, folders, tables
        'Session', 'Version', 'TimeZones', 'CurrentTimeZone', 'Inspectors', 'Explorers', 'CurrentItem', 'CurrentProfileName', 'Stores',
        'ExchangeConnectionMode', 'Count', 'Items', 'Folders', 'Store', 'Parent', 'Name', 'FolderPath', 'DefaultItemType', 'DisplayName',
        'FilePath', 'ExchangeStoreType', 'EntryID', 'StoreID', 'Columns', 'EndOfTable', 'UserProperties', 'Value', 'ID', 'Exceptions',
        'OriginalDate', 'Deleted', 'AppointmentItem', 'Accounts', 'AccountType', 'DeliveryStore', 'DefaultStore', 'SmtpAddress',
        # every item
        'Subject', 'Body', 'RTFBody', 'Categories', 'Sensitivity', 'Importance', 'MessageClass', 'CreationTime', 'LastModificationTime', 'Saved', 'Size',
        # AppointmentItem and its RecurrencePattern
        'Start', 'End', 'StartUTC', 'EndUTC', 'StartInStartTimeZone', 'EndInEndTimeZone', 'StartTimeZone', 'EndTimeZone', 'Duration',
        'AllDayEvent', 'Location', 'BusyStatus', 'ReminderSet', 'ReminderMinutesBeforeStart', 'IsRecurring', 'RecurrenceState', 'MeetingStatus',
        'ResponseStatus', 'GlobalAppointmentID', 'RecurrenceType', 'Interval', 'DayOfWeekMask', 'DayOfMonth', 'MonthOfYear', 'Instance',
        'PatternStartDate', 'PatternEndDate', 'NoEndDate', 'Occurrences', 'StartTime', 'EndTime', 'Regenerate',
        # Recipients and AddressEntry
        'Recipients', 'Type', 'MeetingResponseStatus', 'AddressEntry', 'AddressEntryUserType', 'Address', 'PrimarySmtpAddress', 'PropertyAccessor',
        # ContactItem
        'FullName', 'Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix', 'Initials', 'NickName', 'FileAs', 'YomiFirstName',
        'YomiLastName', 'YomiCompanyName', 'CompanyName', 'Department', 'JobTitle', 'OfficeLocation', 'Profession', 'ManagerName',
        'AssistantName', 'Email1Address', 'Email1AddressType', 'Email1DisplayName', 'Email2Address', 'Email2AddressType',
        'Email2DisplayName', 'Email3Address', 'Email3AddressType', 'Email3DisplayName', 'AssistantTelephoneNumber',
        'BusinessTelephoneNumber', 'Business2TelephoneNumber', 'BusinessFaxNumber', 'CallbackTelephoneNumber', 'CarTelephoneNumber',
        'CompanyMainTelephoneNumber', 'HomeTelephoneNumber', 'Home2TelephoneNumber', 'HomeFaxNumber', 'ISDNNumber', 'MobileTelephoneNumber',
        'OtherTelephoneNumber', 'OtherFaxNumber', 'PagerNumber', 'PrimaryTelephoneNumber', 'RadioTelephoneNumber', 'TelexNumber',
        'TTYTDDTelephoneNumber', 'BusinessAddress', 'BusinessAddressStreet', 'BusinessAddressCity', 'BusinessAddressState',
        'BusinessAddressPostalCode', 'BusinessAddressCountry', 'BusinessAddressPostOfficeBox', 'HomeAddress', 'HomeAddressStreet',
        'HomeAddressCity', 'HomeAddressState', 'HomeAddressPostalCode', 'HomeAddressCountry', 'HomeAddressPostOfficeBox', 'OtherAddress',
        'OtherAddressStreet', 'OtherAddressCity', 'OtherAddressState', 'OtherAddressPostalCode', 'OtherAddressCountry',
        'OtherAddressPostOfficeBox', 'SelectedMailingAddress', 'Birthday', 'Anniversary', 'Gender', 'Spouse', 'Children', 'Hobby',
        'Language', 'WebPage', 'BusinessHomePage', 'PersonalHomePage', 'IMAddress', 'InternetFreeBusyAddress', 'User1', 'User2', 'User3', 'User4',
        'HasPicture', 'Attachments', 'FileName', 'PropertyAccessor',
        # DistListItem and its members
        'DLName', 'MemberCount', 'Address'
    )
    Write   = @(
        'Value', 'Name', 'Subject', 'Body', 'RTFBody', 'Categories', 'Sensitivity', 'Importance',
        'Start', 'End', 'StartUTC', 'EndUTC', 'StartInStartTimeZone', 'EndInEndTimeZone', 'StartTimeZone', 'EndTimeZone', 'Duration',
        'AllDayEvent', 'Location', 'BusyStatus', 'ReminderSet', 'ReminderMinutesBeforeStart', 'MeetingStatus', 'Type',
        'RecurrenceType', 'Interval', 'DayOfWeekMask', 'DayOfMonth', 'MonthOfYear', 'Instance', 'PatternStartDate', 'PatternEndDate',
        'NoEndDate', 'Occurrences', 'StartTime', 'EndTime',
        'FullName', 'Title', 'FirstName', 'MiddleName', 'LastName', 'Suffix', 'Initials', 'NickName', 'FileAs', 'YomiFirstName',
        'YomiLastName', 'YomiCompanyName', 'CompanyName', 'Department', 'JobTitle', 'OfficeLocation', 'Profession', 'ManagerName',
        'AssistantName', 'Email1Address', 'Email1AddressType', 'Email1DisplayName', 'Email2Address', 'Email2AddressType',
        'Email2DisplayName', 'Email3Address', 'Email3AddressType', 'Email3DisplayName', 'AssistantTelephoneNumber',
        'BusinessTelephoneNumber', 'Business2TelephoneNumber', 'BusinessFaxNumber', 'CallbackTelephoneNumber', 'CarTelephoneNumber',
        'CompanyMainTelephoneNumber', 'HomeTelephoneNumber', 'Home2TelephoneNumber', 'HomeFaxNumber', 'ISDNNumber', 'MobileTelephoneNumber',
        'OtherTelephoneNumber', 'OtherFaxNumber', 'PagerNumber', 'PrimaryTelephoneNumber', 'RadioTelephoneNumber', 'TelexNumber',
        'TTYTDDTelephoneNumber', 'BusinessAddressStreet', 'BusinessAddressCity', 'BusinessAddressState', 'BusinessAddressPostalCode',
        'BusinessAddressCountry', 'BusinessAddressPostOfficeBox', 'HomeAddressStreet', 'HomeAddressCity', 'HomeAddressState',
        'HomeAddressPostalCode', 'HomeAddressCountry', 'HomeAddressPostOfficeBox', 'OtherAddressStreet', 'OtherAddressCity',
        'OtherAddressState', 'OtherAddressPostalCode', 'OtherAddressCountry', 'OtherAddressPostOfficeBox', 'SelectedMailingAddress',
        'Birthday', 'Anniversary', 'Gender', 'Spouse', 'Children', 'Hobby', 'Language', 'WebPage', 'BusinessHomePage', 'PersonalHomePage',
        'IMAddress', 'InternetFreeBusyAddress', 'User1', 'User2', 'User3', 'User4', 'DLName'
    )
    Call    = @(
        'GetNamespace', 'GetDefaultFolder', 'GetFolderFromID', 'GetItemFromID', 'CompareEntryIDs', 'GetRootFolder', 'Item', 'Add', 'GetTable',
        'RemoveAll', 'GetArray', 'Find', 'GetRecurrencePattern', 'ClearRecurrencePattern', 'GetOccurrence', 'Save', 'Close', 'Delete', 'Move', 'GetStorage', 'Quit', 'GetProperty',
        # Pictures, and members of distribution lists: CreateRecipient makes an address that AddMember takes, and sends nothing.
        'AddPicture', 'RemovePicture', 'SaveAsFile', 'GetMember', 'AddMember', 'RemoveMember', 'CreateRecipient', 'Resolve',
        # Recipients of meetings, and what no member sets.
        'GetExchangeUser', 'GetOrganizer', 'Remove', 'SetProperty',
        # A data file for trials comes and goes.
        'AddStoreEx', 'RemoveStore'
    )
    # Properties by namespace that the host sets: the organizer of somebody else's meeting (sent representing: name, type, address, entry id), a
    # meeting's GlobalObjectId and its clean one, that its invitation was sent already (reference: object model 2.5, 3.4), and a contact's certificates.
    Schema  = @(
        'http://schemas.microsoft.com/mapi/proptag/0x0042001F', 'http://schemas.microsoft.com/mapi/proptag/0x0064001F',
        'http://schemas.microsoft.com/mapi/proptag/0x0065001F', 'http://schemas.microsoft.com/mapi/proptag/0x00410102',
        'http://schemas.microsoft.com/mapi/id/{6ED8DA90-450B-101B-98DA-00AA003F1305}/00030102',
        'http://schemas.microsoft.com/mapi/id/{6ED8DA90-450B-101B-98DA-00AA003F1305}/00230102',
        'http://schemas.microsoft.com/mapi/id/{00062002-0000-0000-C000-000000000046}/8229000B',
        'http://schemas.microsoft.com/mapi/proptag/0x3A701102'
    )
    # Namespace properties that the host reads: the SMTP address of an Exchange one, what Outlook made for a birthday and an anniversary, whether an attachment
    # is hidden or belongs to a formatted text, in 2007 the organizer (sent representing) and a store's Deleted Items, and a contact's certificates and the day of a birthday and an anniversary.
    Property = @(
        'http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/8084001F',
        'http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/8094001F',
        'http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/80A4001F',
        'http://schemas.microsoft.com/mapi/proptag/0x39FE001E', 'http://schemas.microsoft.com/mapi/proptag/0x7FFE000B',
        'http://schemas.microsoft.com/mapi/proptag/0x37140003', 'http://schemas.microsoft.com/mapi/proptag/0x0042001F',
        'http://schemas.microsoft.com/mapi/proptag/0x0064001F', 'http://schemas.microsoft.com/mapi/proptag/0x0065001F',
        'http://schemas.microsoft.com/mapi/proptag/0x35E30102', 'http://schemas.microsoft.com/mapi/proptag/0x3A701102',
        'http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/80DE0040',
        'http://schemas.microsoft.com/mapi/id/{00062004-0000-0000-C000-000000000046}/80DF0040'
    )
    # Members that the object model guard may ask the user about (reference: object model 6.2); the first read of one is timed.
    Guarded = @(
        'Body', 'RTFBody', 'IMAddress', 'Email1Address', 'Email1AddressType', 'Email1DisplayName', 'Email2Address', 'Email2AddressType',
        'Email2DisplayName', 'Email3Address', 'Email3AddressType', 'Email3DisplayName', 'PropertyAccessor',
        'AddressEntry', 'PrimarySmtpAddress', 'MeetingResponseStatus', 'SmtpAddress'
    )
}
