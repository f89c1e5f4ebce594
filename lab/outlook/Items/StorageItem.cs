namespace M2K.Lab.Outlook;

/// <summary>A hidden item of a folder (2.7). Some stores refuse it; Delete is permanent.</summary>
public sealed class StorageItem : MessageObject
{
    internal StorageItem(Profile profile, ItemRecord record) : base(profile, record)
    {
    }

    internal static StorageItem Open(Profile profile, FolderRecord folder, string identifier, int type)
    {
        if (!profile.Settings.StorageItems || !folder.StorageItems || folder.ReadOnly)
        {
            throw OutlookError.Of(OutlookError.OperationFailed, "Cannot create StorageItem in this folder.");
        }

        var found = profile.Mailbox.Read().ItemsOf(folder.Id, hidden: true)
            .Where(item => type switch
            {
                0 => item.Text("Subject") == identifier,
                1 => item.Id == EntryIds.Long(identifier),
                2 => item.MessageClass == identifier,
                _ => throw OutlookError.BadArgument("StorageIdentifierType is 0, 1 or 2."),
            })
            .MaxBy(item => item.ModifiedUtc);
        if (found is null && type == 1)
        {
            throw OutlookError.Of(OutlookError.NotFound, "The operation failed. An object could not be found.");
        }

        return new StorageItem(profile, found?.Clone() ?? Made(profile, folder, identifier, type));
    }

    private static ItemRecord Made(Profile profile, FolderRecord folder, string identifier, int type) => new()
    {
        StoreId = folder.StoreId, FolderId = folder.Id, Class = 115, Hidden = true,
        MessageClass = type == 2 ? identifier : "IPM.Storage",
        CreatedUtc = profile.Clock.UtcNow, ModifiedUtc = profile.Clock.UtcNow,
        Bag = type == 0 ? new() { ["Subject"] = identifier } : [],
    };
}
