namespace M2K.Lab.Outlook;

/// <summary>Deleting a folder: to Deleted Items first, for good from there, subfolders and items with it (8.1).</summary>
internal static class FolderMoves
{
    public static void Delete(Profile profile, FolderRecord folder) => profile.Mailbox.Change(change =>
    {
        if (folder.Default != 0 || folder.ParentId.Length == 0)
        {
            throw OutlookError.Of(OutlookError.Fail, "You cannot delete a default folder.");
        }

        var bin = change.State.DefaultFolder(folder.StoreId, 3);
        if (bin is null || change.State.IsDeletedItems(folder.Id))
        {
            DropWhole(change, folder);
            return;
        }

        var name = folder.Name;
        for (var n = 1; change.State.Children(bin.Id).Any(f => f.Name == name); n++)
        {
            name = folder.Name + n;
        }

        change.Put(folder with { ParentId = bin.Id, Name = name });
    });

    private static void DropWhole(MailboxChange change, FolderRecord folder)
    {
        foreach (var child in change.State.Children(folder.Id))
        {
            DropWhole(change, child);
        }

        foreach (var item in change.State.Items.Values.Where(i => i.FolderId == folder.Id).ToList())
        {
            change.DropItem(item.Id);
        }

        change.DropFolder(folder.Id);
    }
}
