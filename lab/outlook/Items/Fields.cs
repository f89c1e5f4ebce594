namespace M2K.Lab.Outlook;

/// <summary>The plain stored properties of each class. Computed and coupled ones are in the classes themselves.</summary>
internal static class Fields
{
    /// <summary>"None" of every Outlook date (3.2, 5.3).</summary>
    public static readonly DateTime NoDate = new(4501, 1, 1);

    private static readonly string[] Common = ["Subject", "Mileage", "BillingInformation", "Companies"];

    private static readonly string[] AppointmentTexts =
        ["Location", "ReminderSoundFile", "MeetingWorkspaceURL", "ConferenceServerAllowExternal"];

    private static readonly string[] ContactTexts =
    [
        "Title", "FirstName", "MiddleName", "LastName", "Suffix", "Initials", "NickName", "YomiFirstName", "YomiLastName", "YomiCompanyName",
        "CompanyName", "Department", "JobTitle", "OfficeLocation", "Profession", "ManagerName", "AssistantName",
        "OrganizationalIDNumber", "GovernmentIDNumber", "CustomerID", "Account", "Spouse", "Children", "Hobby", "Language",
        "WebPage", "BusinessHomePage", "PersonalHomePage", "FTPSite", "InternetFreeBusyAddress", "ComputerNetworkName", "NetMeetingServer",
        "User1", "User2", "User3", "User4", "BusinessCardLayoutXml",
        "AssistantTelephoneNumber", "BusinessTelephoneNumber", "Business2TelephoneNumber", "BusinessFaxNumber", "CallbackTelephoneNumber",
        "CarTelephoneNumber", "CompanyMainTelephoneNumber", "HomeTelephoneNumber", "Home2TelephoneNumber", "HomeFaxNumber", "ISDNNumber",
        "MobileTelephoneNumber", "OtherTelephoneNumber", "OtherFaxNumber", "PagerNumber", "PrimaryTelephoneNumber", "RadioTelephoneNumber",
        "TelexNumber", "TTYTDDTelephoneNumber",
    ];

    private static readonly string[] ContactGuardedTexts =
    [
        "IMAddress", "NetMeetingAlias", "ReferredBy",
        "Email1Address", "Email1AddressType", "Email1DisplayName", "Email2Address", "Email2AddressType", "Email2DisplayName",
        "Email3Address", "Email3AddressType", "Email3DisplayName",
    ];

    private static readonly Field[] CommonOthers =
    [
        new("Body", FieldKind.Text, "", Guarded: true), new("Categories", FieldKind.Text, ""),
        new("Sensitivity", FieldKind.Long, 0), new("Importance", FieldKind.Long, 1),
    ];

    private static readonly Dictionary<string, Field> Appointment = Index(Common, AppointmentTexts, [], [
        new("AllDayEvent", FieldKind.Flag, false), new("BusyStatus", FieldKind.Long, 2),
        new("ReminderSet", FieldKind.Flag, false), new("ReminderMinutesBeforeStart", FieldKind.Long, 15),
        new("ReminderOverrideDefault", FieldKind.Flag, false), new("ReminderPlaySound", FieldKind.Flag, false),
        new("MeetingStatus", FieldKind.Long, 0), new("ResponseStatus", FieldKind.Long, 0),
        new("ResponseRequested", FieldKind.Flag, true), new("ForceUpdateToAllAttendees", FieldKind.Flag, false),
        new("NoAging", FieldKind.Flag, false), new("UnRead", FieldKind.Flag, false),
    ]);

    private static readonly Dictionary<string, Field> Contact = Index(Common, ContactTexts, ContactGuardedTexts, [
        new("Gender", FieldKind.Long, 0), new("Journal", FieldKind.Flag, false), new("SelectedMailingAddress", FieldKind.Long, 0),
        new("Birthday", FieldKind.Date, NoDate), new("Anniversary", FieldKind.Date, NoDate), new("BusinessCardType", FieldKind.Long, 0),
        new("ReminderSet", FieldKind.Flag, false), new("ReminderTime", FieldKind.Date, NoDate),
        .. PostalAddress.Kinds.SelectMany(kind => PostalAddress.Parts.Append("").Select(part => new Field(kind + "Address" + part, FieldKind.Text, ""))),
    ]);

    private static readonly Dictionary<string, Field> Other = Index(Common, ["DLName"], [], [new("UnRead", FieldKind.Flag, true)]);

    public static IReadOnlyDictionary<string, Field> Of(int itemClass) => itemClass switch
    {
        26 => Appointment,
        40 => Contact,
        _ => Other,
    };

    private static Dictionary<string, Field> Index(string[] common, string[] texts, string[] guarded, Field[] others) =>
        common.Concat(texts).Select(name => new Field(name, FieldKind.Text, ""))
            .Concat(guarded.Select(name => new Field(name, FieldKind.Text, "", Guarded: true)))
            .Concat(CommonOthers).Concat(others)
            .ToDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);
}
