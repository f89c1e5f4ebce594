namespace M2K.Lab.Outlook;

/// <summary>Namespace properties of a store: the ids of its root and of its Deleted Items folder (1.4), which is how 2007 finds the latter.</summary>
internal sealed class StoreProperties(Profile profile, string storeId) : IPropertySource
{
    public object? Find(string schema)
    {
        var state = profile.Mailbox.Read();
        return SchemaNames.Canonical(schema) switch
        {
            SchemaNames.Mapi + "proptag/0x35E00102" => Convert.FromHexString(state.Root(storeId).Id),
            SchemaNames.Mapi + "proptag/0x35E30102" => state.DefaultFolder(storeId, 3) is { } bin ? Convert.FromHexString(bin.Id) : null,
            _ => null,
        };
    }

    public void Put(string schema, object? value) => throw OutlookError.Denied();

    public void Drop(string schema) => throw OutlookError.Denied();
}
