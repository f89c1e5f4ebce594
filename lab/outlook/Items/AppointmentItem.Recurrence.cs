namespace M2K.Lab.Outlook;

/// <summary>Series (4). An object is a single item or master, or one occurrence, whose save and delete write the master's exceptions.</summary>
public sealed partial class AppointmentItem
{
    private readonly Occurrence? occurrence;

    /// <summary>Of an exception, its own id or the master's: reports differ (3.5).</summary>
    public override object? EntryID => Get(() =>
        occurrence is { ExceptionId.Length: > 0 } own && Settings.ExceptionEntryId == "own" ? own.ExceptionId : Record.Id);

    /// <summary>Of an occurrence the master appointment, which has no StoreID (2.2); else the folder.</summary>
    public override object? Parent => Get(() =>
        occurrence is null
            ? new Folder(Profile, Record.FolderId)
            : ItemFactory.Open(Profile, Profile.Mailbox.Read().Items.GetValueOrDefault(Record.Id) ?? throw OutlookError.WasDeleted()));

    public object? IsRecurring => Get(() => Record.Pattern is not null);

    /// <summary>0 not recurring, 1 master, 2 occurrence, 3 exception.</summary>
    public object? RecurrenceState => Get(() => occurrence switch
    {
        null => Record.Pattern is null ? 0 : 1,
        { IsException: true } => 3,
        _ => 2,
    });

    /// <summary>Grows when the pattern is cleared, so that older pattern objects know they are stale.</summary>
    internal int PatternGeneration { get; private set; }

    /// <summary>Makes a single item recurring at once: weekly on its weekday, without an end (4.1).</summary>
    public object? GetRecurrencePattern() => Call(() =>
    {
        if (occurrence is not null)
        {
            return ((AppointmentItem)Parent!).GetRecurrencePattern();
        }

        if (Record.Pattern is null)
        {
            var start = Zones.FromUtc(StartInstant, StartZone);
            Record.Pattern = PatternRules.Default(1, start.Date, (int)start.TimeOfDay.TotalMinutes, (int)(EndInstant - StartInstant).TotalMinutes);
            Touch();
        }

        return new RecurrencePattern(Profile, this);
    });

    /// <summary>Back to a single item at the first occurrence; all exceptions are lost.</summary>
    public void ClearRecurrencePattern() => Do(() =>
    {
        if (occurrence is not null)
        {
            throw OutlookError.BadPattern();
        }

        PatternGeneration++;
        if (Record.Pattern is not null)
        {
            Record.Pattern = null;
            Record.Exceptions.Clear();
            Touch();
        }
    });

    private protected override void SaveNow()
    {
        if (occurrence is null)
        {
            base.SaveNow();
        }
        else if (Dirty)
        {
            ChangeMaster(master => ExceptionWriter.Changed(master, Record, occurrence, Settings));
            Dirty = false;
        }
    }

    private protected override void DeleteNow()
    {
        if (occurrence is null)
        {
            base.DeleteNow();
        }
        else
        {
            ChangeMaster(master => ExceptionWriter.Deleted(master, occurrence));
            Kill();
        }
    }

    private byte[] OccurrenceId(byte[] series) =>
        occurrence is { IsException: true } ? GlobalObjectId.For(series, occurrence.Date) : series;

    private void ChangeMaster(Action<ItemRecord> edit) => Profile.Mailbox.Change(change =>
    {
        var master = (change.State.Items.GetValueOrDefault(Record.Id) ?? throw OutlookError.WasDeleted()).Clone();
        EnsureWritable(change.State, master.FolderId);
        if (master.Change != occurrence!.MasterChange)
        {
            throw RecurrenceException.Gone();
        }

        edit(master);
        var id = EntryIds.Item(change.State.Stores[master.StoreId], change.Number());
        master.Exceptions = [.. master.Exceptions.Select(e => e.Date == occurrence.Date && e.EntryId.Length == 0 ? e with { EntryId = id } : e)];
        master.Change = change.Number();
        master.ModifiedUtc = Dates.Stamp(Profile.Clock.UtcNow, Settings);
        change.Put(master);
    });
}
