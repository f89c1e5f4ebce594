namespace M2K.Lab.Outlook;

/// <summary>The plain fields of a contact (5.1): nothing happens but that they are stored.</summary>
public sealed partial class ContactItem
{
    public object? Initials { get => Read(); set => Write(value); }

    public object? NickName { get => Read(); set => Write(value); }

    public object? YomiFirstName { get => Read(); set => Write(value); }

    public object? YomiLastName { get => Read(); set => Write(value); }

    public object? YomiCompanyName { get => Read(); set => Write(value); }

    public object? Department { get => Read(); set => Write(value); }

    public object? JobTitle { get => Read(); set => Write(value); }

    public object? OfficeLocation { get => Read(); set => Write(value); }

    public object? Profession { get => Read(); set => Write(value); }

    public object? ManagerName { get => Read(); set => Write(value); }

    public object? AssistantName { get => Read(); set => Write(value); }

    public object? OrganizationalIDNumber { get => Read(); set => Write(value); }

    public object? GovernmentIDNumber { get => Read(); set => Write(value); }

    public object? CustomerID { get => Read(); set => Write(value); }

    public object? Account { get => Read(); set => Write(value); }

    public object? ReferredBy { get => Read(); set => Write(value); }

    public object? Spouse { get => Read(); set => Write(value); }

    public object? Children { get => Read(); set => Write(value); }

    public object? Hobby { get => Read(); set => Write(value); }

    public object? Language { get => Read(); set => Write(value); }

    public object? Gender { get => Read(); set => Write(value); }

    public object? Journal { get => Read(); set => Write(value); }

    public object? PersonalHomePage { get => Read(); set => Write(value); }

    public object? FTPSite { get => Read(); set => Write(value); }

    public object? IMAddress { get => Read(); set => Write(value); }

    public object? InternetFreeBusyAddress { get => Read(); set => Write(value); }

    public object? ComputerNetworkName { get => Read(); set => Write(value); }

    public object? NetMeetingAlias { get => Read(); set => Write(value); }

    public object? NetMeetingServer { get => Read(); set => Write(value); }

    public object? User1 { get => Read(); set => Write(value); }

    public object? User2 { get => Read(); set => Write(value); }

    public object? User3 { get => Read(); set => Write(value); }

    public object? User4 { get => Read(); set => Write(value); }

    public object? BusinessCardLayoutXml { get => Read(); set => Write(value); }

    public object? BusinessCardType { get => Read(); set => Write(value); }

    public object? ReminderSet { get => Read(); set => Write(value); }

    public object? ReminderTime { get => Read(); set => Write(value); }

    public object? HasPicture => Get(() => Pictures.Of(Record) is not null);

    /// <summary>Replaces the picture by a file's; Outlook re-encodes it, so its bytes are not those that were given (5.4).</summary>
    public void AddPicture(object? Path) => Do(() =>
    {
        Pictures.Set(Record, Text(Path));
        Touch();
    });

    public void RemovePicture() => Do(() =>
    {
        Pictures.Remove(Record);
        Touch();
    });
}
