namespace M2K.Lab.Outlook;

/// <summary>The coupling of an e-mail's address, type and display name (5.2).</summary>
internal static class Emails
{
    public static void SetAddress(ContactItem contact, int n, string address)
    {
        contact.Put("Email" + n + "Address", address);
        contact.Put("Email" + n + "AddressType", address.Length == 0 ? "" : "SMTP");
        contact.Put("Email" + n + "DisplayName", address.Length == 0 ? contact.Record.Text("Email" + n + "DisplayName") : Display(contact, address));
    }

    /// <summary>A one-off entry id; "" without an address.</summary>
    public static string EntryId(ContactItem contact, int n)
    {
        Guards.Ask(contact.Settings);
        var address = contact.Record.Text("Email" + n + "Address");
        return address.Length == 0 ? "" : "00000000812B1FA4BEA310199D6E00DD010F5402" + Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(address));
    }

    private static string Display(ContactItem contact, string address)
    {
        var name = contact.Record.Text("FullName");
        return contact.Settings.EmailDisplayName switch
        {
            "address" => address,
            "name" => name.Length > 0 ? name : address,
            _ => name.Length > 0 ? name + " (" + address + ")" : address,
        };
    }
}
