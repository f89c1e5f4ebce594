using System.Text.Json;
using System.Text.Json.Nodes;

namespace M2K.Lab.Outlook;

/// <summary>Brings the mailbox into states that no caller of the object model can make, but that exist.</summary>
internal static class LabStaging
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public static void Open(Profile profile, string entryId, string edits) => profile.Mailbox.Change(change =>
    {
        var id = EntryIds.Long(entryId);
        if (!change.State.Items.ContainsKey(id))
        {
            throw OutlookError.Missing();
        }

        change.SetOpen(change.State.Open.Append(new OpenRecord(id, Values(edits))));
    });

    public static void Change(Profile profile, Folder folder, Func<FolderRecord, FolderRecord> alter) =>
        profile.Mailbox.Change(change => change.Put(alter(change.State.Folders[folder.Stored().Id])));

    public static void SetActiveSync(Profile profile, string name, string address) => profile.Mailbox.Change(change =>
    {
        var store = change.State.Stores.Values.FirstOrDefault(s => name.Length == 0 ? s.IsDefault : s.Name == name);
        if (store is null)
        {
            var entry = new JournalEntry();
            store = NewMailbox.Add(entry, name, exchange: false, name + ".ost", isDefault: false, profile.Settings.Language);
            entry.Folders!.ForEach(change.Put);
        }

        change.Put(store with { ActiveSync = address });
    });

    public static string PutItem(Profile profile, FolderRecord folder, string messageClass, string subject)
    {
        var record = ItemFactory.New(profile, folder, messageClass).Record.Clone();
        record["Subject"] = subject;
        profile.Mailbox.Change(change =>
        {
            record.Id = EntryIds.Item(change.State.Stores[folder.StoreId], change.Number());
            record.Change = change.Number();
            change.Put(record);
        });
        return record.Id;
    }

    public static void SetRaw(Profile profile, string entryId, string json) => Edit(profile, entryId, record =>
    {
        foreach (var (name, value) in Values(json))
        {
            if (value is null)
            {
                record.Bag.Remove(name);
            }
            else
            {
                record[name] = value;
            }
        }
    });

    public static void Attach(Profile profile, string entryId, string json) => Edit(profile, entryId, record =>
        record.Attachments.Add(JsonSerializer.Deserialize<AttachmentRecord>(json, Camel) ?? throw OutlookError.BadArgument(json)));

    public static void SetPattern(Profile profile, string entryId, string json) => Edit(profile, entryId, record =>
    {
        var whole = JsonSerializer.SerializeToNode(record.Pattern ?? throw OutlookError.BadPattern(), Camel)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
        {
            if (!whole.ContainsKey(name))
            {
                throw new ArgumentException("A pattern has no '" + name + "': see Mailbox/PatternRecord.cs.");
            }

            whole[name] = value?.DeepClone();
        }

        record.Pattern = whole.Deserialize<PatternRecord>(Camel);
    });

    public static void SpoilException(Profile profile, string entryId, string day, string how) => Edit(profile, entryId, record =>
    {
        var date = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var at = record.Exceptions.FindIndex(e => e.Date == date);
        if (at < 0)
        {
            throw OutlookError.Missing();
        }

        switch (how)
        {
            case "unreadable": record.Exceptions[at] = record.Exceptions[at] with { Unreadable = true }; break;
            case "duplicate": record.Exceptions.Insert(at, new ExceptionRecord(date, Deleted: true, [])); break;
            default: throw new ArgumentException("An exception is spoilt by: unreadable, duplicate.");
        }
    });

    public static string Occurrences(Profile profile, string entryId, string beforeIso)
    {
        var record = profile.Mailbox.Read().Items.GetValueOrDefault(EntryIds.Long(entryId)) ?? throw OutlookError.Missing();
        var before = DateTime.Parse(beforeIso, System.Globalization.CultureInfo.InvariantCulture);
        var starts = record.Pattern is null
            ? [record.Date("StartUtc")!.Value]
            : Series.Occurrences(record, profile.Settings).TakeWhile(o => o.Date < before.AddDays(32)).Select(o => o.StartUtc);
        return string.Join('\n', starts.Where(start => start < before).Order().Select(start => start.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static void Edit(Profile profile, string entryId, Action<ItemRecord> alter) => profile.Mailbox.Change(change =>
    {
        var record = (change.State.Items.GetValueOrDefault(EntryIds.Long(entryId)) ?? throw OutlookError.Missing()).Clone();
        alter(record);
        record.Change = change.Number();
        change.Put(record);
    });

    private static Dictionary<string, object?> Values(string json) =>
        json.Length == 0 ? [] : JsonNode.Parse(json)!.AsObject().ToDictionary(p => p.Key, p => Value(p.Value));

    private static object? Value(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => node.GetValue<int>(),
        JsonValueKind.String => node.GetValue<string>(),
        _ => throw new ArgumentException("Text, number, true, false or null is wanted."),
    };
}
