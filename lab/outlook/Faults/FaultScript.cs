namespace M2K.Lab.Outlook;

/// <summary>
/// Faults by script, kept in the mailbox so that they hold for every process. Kinds: busy (0x80010001), error (hResult and text), denied
/// (0x80004004), unreadable (0x80004005), conflict (another client saves the item first), vanish (the item is gone when opened), nullCell (a
/// table cell), gone (dead server from here on), exit (this process ends), readOnly and noStorage (from here on no folder of the default store takes
/// items, or hidden ones). "after" lets the member take effect first.
/// </summary>
internal sealed class FaultScript(MailboxFile mailbox)
{
    public const int ExitCode = 70;

    public static readonly IReadOnlyList<string> Kinds =
        ["busy", "error", "denied", "unreadable", "conflict", "vanish", "nullCell", "gone", "exit", "readOnly", "noStorage"];

    private readonly Dictionary<int, int> passed = [];

    public void Before(Profile profile, DispObj target, string member) => Meet(profile, target, member, after: false);

    public void After(Profile profile, DispObj target, string member) => Meet(profile, target, member, after: true);

    /// <summary>True where a nullCell fault empties this column of this item's row.</summary>
    public bool EmptiesCell(string itemId, string column) =>
        Matching("nullCell", column, itemId).Any(Fires);

    /// <summary>Ids that a vanish fault deletes as they are opened.</summary>
    public bool Vanishes(string itemId) => Matching("vanish", "NameSpace.GetItemFromID", itemId).Any(Fires);

    public int Add(FaultRecord fault)
    {
        if (!Kinds.Contains(fault.Kind))
        {
            throw new ArgumentException("A fault's kind is one of: " + string.Join(", ", Kinds) + ".");
        }

        var id = 0;
        mailbox.Change(change =>
        {
            id = change.Number();
            change.SetFaults(change.State.Faults.Append(fault with { Id = id }));
        });
        return id;
    }

    public void Clear() => mailbox.Change(change => change.SetFaults([]));

    private IEnumerable<FaultRecord> Matching(string kind, string member, string itemId) =>
        mailbox.Read().Faults.Where(f => f.Kind == kind && (f.Item.Length == 0 || f.Item == itemId)
            && (f.Member == "*" || string.Equals(f.Member, member, StringComparison.OrdinalIgnoreCase)));

    private void Meet(Profile profile, DispObj target, string member, bool after)
    {
        foreach (var fault in mailbox.Read().Faults)
        {
            var itemId = (target as MessageObject)?.Record.Id ?? "";
            if (fault.Kind is "nullCell" or "vanish" || fault.After != after || (fault.Item.Length > 0 && fault.Item != itemId)
                || !NamePattern.Matches(fault.Member, member) || !Fires(fault))
            {
                continue;
            }

            Strike(profile, fault, itemId);
        }
    }

    private static void Strike(Profile profile, FaultRecord fault, string itemId)
    {
        switch (fault.Kind)
        {
            case "busy": throw OutlookError.Of(fault.HResult != 0 ? fault.HResult : OutlookError.CallRejected, "Call was rejected by callee.");
            case "denied": throw OutlookError.Guarded();
            case "unreadable": throw OutlookError.Of(OutlookError.Fail, "You must specify a time.");
            case "error": throw OutlookError.Of(fault.HResult != 0 ? fault.HResult : OutlookError.OperationFailed, fault.Text.Length > 0 ? fault.Text : "The operation failed.");
            case "conflict": Conflict(profile, itemId); break;
            case "readOnly": Everywhere(profile, folder => folder with { ReadOnly = true }); break;
            case "noStorage": Everywhere(profile, folder => folder with { StorageItems = false }); break;
            case "exit": Environment.Exit(ExitCode); break;
            case "gone":
                profile.Gone = true;
                throw OutlookError.Of(OutlookError.ServerUnavailable, "The RPC server is unavailable.");
        }
    }

    private static void Everywhere(Profile profile, Func<FolderRecord, FolderRecord> alter) =>
        profile.Mailbox.Change(change => change.State.Folders.Values.Where(folder => folder.StoreId == change.State.DefaultStore.Id)
            .ToList().ForEach(folder => change.Put(alter(folder))));

    private static void Conflict(Profile profile, string itemId) =>
        profile.Mailbox.Change(change =>
        {
            if (change.State.Items.TryGetValue(itemId, out var stored))
            {
                var copy = stored.Clone();
                copy.Change = change.Number();
                copy.ModifiedUtc = profile.Clock.UtcNow;
                change.Put(copy);
            }
        });

    /// <summary>Counts a matching call; true if the fault is due, in which case one of its times is used up for every process.</summary>
    private bool Fires(FaultRecord fault)
    {
        var seen = passed.GetValueOrDefault(fault.Id);
        if (seen < fault.Skip)
        {
            passed[fault.Id] = seen + 1;
            return false;
        }

        if (fault.Times > 0)
        {
            mailbox.Change(change => change.SetFaults(change.State.Faults
                .Select(f => f.Id == fault.Id ? f with { Times = f.Times - 1 } : f)
                .Where(f => f.Id != fault.Id || f.Times > 0)));
        }

        return true;
    }
}
