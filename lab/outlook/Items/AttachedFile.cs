namespace M2K.Lab.Outlook;

/// <summary>Files named by a caller.</summary>
internal static class AttachedFile
{
    public static byte[] Read(string path) => File.Exists(path)
        ? File.ReadAllBytes(path)
        : throw OutlookError.Of(unchecked((int)0x80070002), "Cannot find this file. Verify the path and file name are correct.");
}
