namespace M2K.Lab.Outlook;

/// <summary>
/// Application.Lab: what a test needs and real Outlook does not have. Nothing here is counted or made to fail. Dates are ISO texts in
/// UTC, settings JSON texts, so that the same calls work across COM.
/// </summary>
public sealed class LabDoor : LabObject
{
    internal LabDoor(Profile profile) : base(profile)
    {
    }

    public object? Calls => new LabCalls(Profile);

    public object? Faults => new LabFaults(Profile);

    public object? Path => Profile.Mailbox.Path;

    public object? SendAttempts => Profile.SendAttempts;

    /// <summary>The settings in force, as JSON.</summary>
    public object? SettingsJson
    {
        get => SettingsText.ToJson(Profile.Settings).ToJsonString();
        set => Change(Text(value));
    }

    /// <summary>Changes settings of this process only: a JSON object of names and values, e.g. {"Guard":true}.</summary>
    public void Change(object? json)
    {
        Profile.Settings = SettingsText.Parse(Profile.Settings, Text(json));
        Profile.Zone = Zones.Find(Profile.Settings.MachineZone);
    }

    /// <summary>Changes settings in the mailbox, for processes that open it later, and in this one.</summary>
    public void ChangeForAll(object? json)
    {
        var text = Text(json);
        Profile.Mailbox.Change(change => change.SetSettings(SettingsText.Parse(change.State.Settings, text)));
        Change(text);
    }

    /// <summary>Stops the clock of every process at a UTC instant (2026-11-22T08:00:00Z); "" lets it run again.</summary>
    public void SetClock(object? iso) => Profile.Clock.Set(Text(iso) is { Length: > 0 } text
        ? DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal)
        : null);

    public void AdvanceClock(object? seconds) => Profile.Clock.Advance(TimeSpan.FromSeconds(Variant.Number(seconds, coerce: false)));

    /// <summary>The user has this item open in a window; edits is a JSON object of unsaved text or number values, e.g. {"Subject":"x"}.</summary>
    public void OpenInInspector(object? entryId, object? edits) => LabStaging.Open(Profile, Text(entryId), Text(edits));

    /// <summary>Attaches what no caller can: an OLE object, an item, a hidden picture. A JSON object of name, type, hidden, flags and data (base64).</summary>
    public void Attach(object? entryId, object? json) => LabStaging.Attach(Profile, Text(entryId), Text(json));

    /// <summary>An account of Exchange ActiveSync fills the store of that name ("" the default one), which is made where there is none; "" takes the account away.</summary>
    public void SetActiveSync(object? store, object? address) => LabStaging.SetActiveSync(Profile, Text(store), Text(address));

    public void CloseInspectors() => Profile.Mailbox.Change(change => change.SetOpen([]));

    /// <summary>Takes or gives the right to write in a folder.</summary>
    public void SetReadOnly(object? folder, object? on) =>
        LabStaging.Change(Profile, Variant.Object<Folder>(folder), f => f with { ReadOnly = Flag(on) });

    /// <summary>Lets a folder refuse or allow hidden storage items.</summary>
    public void SetStorageItems(object? folder, object? on) =>
        LabStaging.Change(Profile, Variant.Object<Folder>(folder), f => f with { StorageItems = Flag(on) });

    /// <summary>
    /// Puts an item of any class into a folder, whatever the folder's type (1.5), e.g. IPM.Note into the calendar. Returns its EntryID.
    /// </summary>
    public object? PutItem(object? folder, object? messageClass, object? subject) =>
        LabStaging.PutItem(Profile, Variant.Object<Folder>(folder).Stored(), Text(messageClass), Text(subject));

    /// <summary>Sets raw stored values of an item, past every rule: for states that only the wild makes. JSON; null removes.</summary>
    public void SetRaw(object? entryId, object? json) => LabStaging.SetRaw(Profile, Text(entryId), Text(json));

    /// <summary>
    /// Sets raw members of a series' pattern (PatternRecord: interval, dayMask ...), past every rule; e.g. {"interval":0} is the weekday series
    /// of the Daily tab (4.2).
    /// </summary>
    public void SetPattern(object? entryId, object? json) => LabStaging.SetPattern(Profile, Text(entryId), Text(json));

    /// <summary>
    /// Spoils the exception of a day (2026-12-01): "unreadable" makes its members fail, "duplicate" adds a deleted one beside the changed one
    /// (4.5).
    /// </summary>
    public void SpoilException(object? entryId, object? day, object? how) =>
        LabStaging.SpoilException(Profile, Text(entryId), Text(day), Text(how));

    /// <summary>
    /// Starts of a stored series' occurrences before a UTC date, by the lab's own expansion (4.3 to 4.5): one UTC text a line, deleted ones left
    /// out, moved ones where they are now; one line for an item that does not recur.
    /// </summary>
    public object? Occurrences(object? entryId, object? beforeIso) => LabStaging.Occurrences(Profile, Text(entryId), Text(beforeIso));

    /// <summary>
    /// The dates of patterns that are set member by member, as a save would leave them, without saving anything. JSON: a list of
    /// { start, minutes, before, set: [[member, value] ...] }; a date is '@' and text. Gives a list of { dates, members } or { error }.
    /// </summary>
    public object? Expand(object? json) => LabExpansion.All(Profile, Text(json));

    /// <summary>Every COM-visible member as "Type.Member(parameters)", for the gate test.</summary>
    public object? Members() => LabMembers.List();
}
