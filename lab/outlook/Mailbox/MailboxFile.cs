namespace M2K.Lab.Outlook;

/// <summary>
/// The mailbox in one file, shared by any number of processes: reads follow the file's tail, changes are made under a lock file and
/// appended as one line, and the file is replaced as a whole when most of it is history.
/// </summary>
internal sealed class MailboxFile(string path)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const long HistoryAllowed = 4_000_000;

    private MailboxState state = new();
    private string epoch = "";
    private long offset;
    private long wholeLength;
    private (long Length, DateTime Written) seen;

    public string Path => path;

    /// <summary>Writes a new mailbox; an existing file is an error, never overwritten.</summary>
    public static void Create(string path, JournalEntry whole)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        Write(file, whole);
    }

    /// <summary>The state, with what other processes committed since the last call.</summary>
    public MailboxState Read()
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw new FileNotFoundException("No mailbox at " + path + ": make one with New-LabMailbox.", path);
        }

        if ((info.Length, info.LastWriteTimeUtc) != seen)
        {
            Follow();
            seen = (info.Length, info.LastWriteTimeUtc);
        }

        return state;
    }

    /// <summary>Runs a change alone among all processes. If it throws, nothing of it is kept.</summary>
    public void Change(Action<MailboxChange> make)
    {
        using var hold = FileLock.Take(path + ".lock", Patience);
        var change = new MailboxChange(Read());
        try
        {
            make(change);
        }
        catch
        {
            Forget();
            throw;
        }

        if (!change.IsEmpty)
        {
            Append(Journal.Line(change.Entry));
        }
    }

    private void Append(byte[] line)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            file.SetLength(offset);
            file.Position = offset;
            file.Write(line);
            file.Flush();
        }

        offset += line.Length;
        if (offset > (2 * wholeLength) + HistoryAllowed)
        {
            Compact();
        }

        var info = new FileInfo(path);
        seen = (info.Length, info.LastWriteTimeUtc);
    }

    private void Compact()
    {
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            epoch = Write(file, state.Whole());
            offset = wholeLength = file.Length;
        }

        File.Move(temporary, path, overwrite: true);
    }

    private void Follow()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var found = Journal.Epoch(Journal.HeaderOf(file));
        if (found != epoch || file.Length < offset)
        {
            Forget();
            (epoch, offset, wholeLength) = (found, Journal.HeaderLength, file.Length);
        }

        file.Position = offset;
        var bytes = new byte[file.Length - offset];
        file.ReadExactly(bytes);
        for (var at = 0; Array.IndexOf(bytes, (byte)'\n', at) is >= 0 and var end; at = end + 1)
        {
            state.Apply(Journal.Entry(bytes.AsSpan(at, end - at)));
            offset += end + 1 - at;
        }
    }

    private void Forget()
    {
        state = new MailboxState();
        (epoch, offset, seen) = ("", 0, default);
    }

    private static string Write(FileStream file, JournalEntry whole)
    {
        var made = Guid.NewGuid();
        file.Write(System.Text.Encoding.ASCII.GetBytes(Journal.Header(made)));
        file.Write(Journal.Line(whole));
        return made.ToString("N");
    }
}
