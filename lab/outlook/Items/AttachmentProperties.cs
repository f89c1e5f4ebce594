namespace M2K.Lab.Outlook;

/// <summary>Namespace properties of an attachment: PR_ATTACH_DATA_BIN, PR_ATTACHMENT_HIDDEN, PR_ATTACH_FLAGS, its long file name.</summary>
internal sealed class AttachmentProperties(AttachmentRecord attachment) : IPropertySource
{
    public object? Find(string schema) => SchemaNames.Canonical(schema) switch
    {
        SchemaNames.Mapi + "proptag/0x37010102" => attachment.Data,
        SchemaNames.Mapi + "proptag/0x7FFE000B" => attachment.Hidden,
        SchemaNames.Mapi + "proptag/0x37140003" => attachment.Flags == 0 ? null : attachment.Flags,
        SchemaNames.Mapi + "proptag/0x3707001F" => attachment.Name,
        _ => null,
    };

    public void Put(string schema, object? value) => throw OutlookError.Denied();

    public void Drop(string schema) => throw OutlookError.Denied();
}
