namespace M2K.Lab.Outlook;

/// <summary>Counts member accesses as Type.Member (getter, method) and Type.Member= (setter); may also append them to a file.</summary>
internal sealed class CallCounter(string logPath) : IDisposable
{
    private readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
    private StreamWriter? log;

    public int Total { get; private set; }

    public IReadOnlyDictionary<string, int> All => counts;

    public void Add(string name)
    {
        Total++;
        counts[name] = counts.GetValueOrDefault(name) + 1;
        if (logPath.Length > 0)
        {
            log ??= new StreamWriter(new FileStream(logPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
            log.WriteLine(name);
        }
    }

    /// <summary>Count of one Type.Member; "Type.*" and "*.Member" add up.</summary>
    public int Count(string pattern) =>
        pattern.Contains('*') ? counts.Where(c => NamePattern.Matches(pattern, c.Key)).Sum(c => c.Value) : counts.GetValueOrDefault(pattern);

    public void Reset()
    {
        counts.Clear();
        Total = 0;
    }

    public void Dispose() => log?.Dispose();
}
