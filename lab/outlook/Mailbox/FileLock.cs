namespace M2K.Lab.Outlook;

/// <summary>Exclusive use of a lock file. The system frees it when the process dies; the file itself stays.</summary>
internal static class FileLock
{
    public static FileStream Take(string path, TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (DateTime.UtcNow < until)
            {
                Thread.Sleep(3);
            }
        }
    }
}
