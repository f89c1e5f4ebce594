using System.Runtime.CompilerServices;

namespace M2K.Lab.Outlook;

/// <summary>Three postal addresses, whole and in parts, and MailingAddress, which mirrors the selected one (5.1, 5.2).</summary>
public sealed partial class ContactItem
{
    public object? BusinessAddress { get => Read(); set => Whole("Business", value); }

    public object? BusinessAddressStreet { get => Read(); set => Part("Business", "Street", value); }

    public object? BusinessAddressCity { get => Read(); set => Part("Business", "City", value); }

    public object? BusinessAddressState { get => Read(); set => Part("Business", "State", value); }

    public object? BusinessAddressPostalCode { get => Read(); set => Part("Business", "PostalCode", value); }

    public object? BusinessAddressCountry { get => Read(); set => Part("Business", "Country", value); }

    public object? BusinessAddressPostOfficeBox { get => Read(); set => Part("Business", "PostOfficeBox", value); }

    public object? HomeAddress { get => Read(); set => Whole("Home", value); }

    public object? HomeAddressStreet { get => Read(); set => Part("Home", "Street", value); }

    public object? HomeAddressCity { get => Read(); set => Part("Home", "City", value); }

    public object? HomeAddressState { get => Read(); set => Part("Home", "State", value); }

    public object? HomeAddressPostalCode { get => Read(); set => Part("Home", "PostalCode", value); }

    public object? HomeAddressCountry { get => Read(); set => Part("Home", "Country", value); }

    public object? HomeAddressPostOfficeBox { get => Read(); set => Part("Home", "PostOfficeBox", value); }

    public object? OtherAddress { get => Read(); set => Whole("Other", value); }

    public object? OtherAddressStreet { get => Read(); set => Part("Other", "Street", value); }

    public object? OtherAddressCity { get => Read(); set => Part("Other", "City", value); }

    public object? OtherAddressState { get => Read(); set => Part("Other", "State", value); }

    public object? OtherAddressPostalCode { get => Read(); set => Part("Other", "PostalCode", value); }

    public object? OtherAddressCountry { get => Read(); set => Part("Other", "Country", value); }

    public object? OtherAddressPostOfficeBox { get => Read(); set => Part("Other", "PostOfficeBox", value); }

    /// <summary>0 none, 1 home, 2 business, 3 other.</summary>
    public object? SelectedMailingAddress { get => Read(); set => WriteLong(value, 0, 3); }

    public object? MailingAddress { get => Get(() => MailingText("")); set => Whole(null, value); }

    public object? MailingAddressStreet { get => Get(() => MailingText("Street")); set => Part(null, "Street", value); }

    public object? MailingAddressCity { get => Get(() => MailingText("City")); set => Part(null, "City", value); }

    public object? MailingAddressState { get => Get(() => MailingText("State")); set => Part(null, "State", value); }

    public object? MailingAddressPostalCode { get => Get(() => MailingText("PostalCode")); set => Part(null, "PostalCode", value); }

    public object? MailingAddressCountry { get => Get(() => MailingText("Country")); set => Part(null, "Country", value); }

    public object? MailingAddressPostOfficeBox { get => Get(() => MailingText("PostOfficeBox")); set => Part(null, "PostOfficeBox", value); }

    private string MailingText(string part) =>
        PostalAddress.Mailing(Record) is { } kind ? Record.Text(kind + "Address" + part) : "";

    private void Whole(string? kind, object? value, [CallerMemberName] string member = "") =>
        Set(
            () =>
            {
                PostalAddress.SetWhole(Record, kind ?? PostalAddress.Mailing(Record) ?? "Business", Text(value));
                Touch();
            },
            member);

    private void Part(string? kind, string part, object? value, [CallerMemberName] string member = "") =>
        Set(
            () =>
            {
                PostalAddress.SetPart(Record, kind ?? PostalAddress.Mailing(Record) ?? "Business", part, Text(value));
                Touch();
            },
            member);
}
