namespace M2K.Lab.Outlook;

/// <summary>Namespace properties of a folder: the few that M2KSync may read. Folder properties cannot be set here.</summary>
internal sealed class FolderProperties(Profile profile, string folderId) : IPropertySource
{
    public object? Find(string schema)
    {
        var folder = profile.Mailbox.Read().Folders.GetValueOrDefault(folderId) ?? throw OutlookError.Missing();
        return SchemaNames.Canonical(schema) switch
        {
            SchemaNames.Mapi + "proptag/0x3001001F" => folder.Name,
            SchemaNames.Mapi + "proptag/0x0FFF0102" => Convert.FromHexString(folder.Id),
            SchemaNames.Mapi + "proptag/0x36020003" => profile.Mailbox.Read().ItemsOf(folder.Id).Count(),
            _ => null,
        };
    }

    public void Put(string schema, object? value) => throw OutlookError.Denied();

    public void Drop(string schema) => throw OutlookError.Denied();
}
