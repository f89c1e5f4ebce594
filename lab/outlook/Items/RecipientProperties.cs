namespace M2K.Lab.Outlook;

/// <summary>Namespace properties of a recipient: its SMTP address (PR_SMTP_ADDRESS) and name.</summary>
internal sealed class RecipientProperties(RecipientRecord recipient) : IPropertySource
{
    public object? Find(string schema) => SchemaNames.Canonical(schema) switch
    {
        SchemaNames.Mapi + "proptag/0x39FE001F" when recipient.Address.Length > 0 => recipient.Address,
        SchemaNames.Mapi + "proptag/0x3001001F" => recipient.Name,
        _ => null,
    };

    public void Put(string schema, object? value) => throw OutlookError.Denied();

    public void Drop(string schema) => throw OutlookError.Denied();
}
