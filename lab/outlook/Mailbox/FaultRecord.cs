namespace M2K.Lab.Outlook;

/// <summary>
/// One line of the fault script. Kind: see FaultScript. Member: pattern of Type.Member. Skip: matching calls let through first, counted per
/// process. Times: how often it fires, over all processes; 0 = for ever. Item: EntryID it is limited to, "" = any.
/// </summary>
internal sealed record FaultRecord
{
    public int Id { get; init; }
    public string Kind { get; init; } = "";
    public string Member { get; init; } = "*";
    public string Item { get; init; } = "";
    public int Skip { get; init; }
    public int Times { get; init; }
    public bool After { get; init; }
    public int HResult { get; init; }
    public string Text { get; init; } = "";
}
