namespace M2K.Lab.Outlook;

/// <summary>Folder names within one parent: whether a second one of the same name is refused is not documented (1.5).</summary>
internal static class FolderNames
{
    public static void EnsureFree(Settings settings, MailboxState state, string parentId, string name)
    {
        if (settings.FolderNamesUnique
            && state.Children(parentId).Any(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw OutlookError.Of(OutlookError.Fail, "Cannot create the folder. A folder with this name already exists.");
        }
    }
}
