namespace M2K.Lab.Outlook;

/// <summary>The nineteen telephone numbers: no order, no preferred one, no labels (5.1).</summary>
public sealed partial class ContactItem
{
    public object? AssistantTelephoneNumber { get => Read(); set => Write(value); }

    public object? BusinessTelephoneNumber { get => Read(); set => Write(value); }

    public object? Business2TelephoneNumber { get => Read(); set => Write(value); }

    public object? BusinessFaxNumber { get => Read(); set => Write(value); }

    public object? CallbackTelephoneNumber { get => Read(); set => Write(value); }

    public object? CarTelephoneNumber { get => Read(); set => Write(value); }

    public object? CompanyMainTelephoneNumber { get => Read(); set => Write(value); }

    public object? HomeTelephoneNumber { get => Read(); set => Write(value); }

    public object? Home2TelephoneNumber { get => Read(); set => Write(value); }

    public object? HomeFaxNumber { get => Read(); set => Write(value); }

    public object? ISDNNumber { get => Read(); set => Write(value); }

    public object? MobileTelephoneNumber { get => Read(); set => Write(value); }

    public object? OtherTelephoneNumber { get => Read(); set => Write(value); }

    public object? OtherFaxNumber { get => Read(); set => Write(value); }

    public object? PagerNumber { get => Read(); set => Write(value); }

    public object? PrimaryTelephoneNumber { get => Read(); set => Write(value); }

    public object? RadioTelephoneNumber { get => Read(); set => Write(value); }

    public object? TelexNumber { get => Read(); set => Write(value); }

    public object? TTYTDDTelephoneNumber { get => Read(); set => Write(value); }
}
