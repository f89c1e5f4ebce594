namespace M2K.Lab.Outlook;

/// <summary>Writes an occurrence's change or deletion into its master, under the neighbour rule (4.7).</summary>
internal static class ExceptionWriter
{
    public static void Deleted(ItemRecord master, Occurrence occurrence)
    {
        master.Exceptions.RemoveAll(e => e.Date == occurrence.Date);
        master.Exceptions.Add(new ExceptionRecord(occurrence.Date, Deleted: true, []));
    }

    public static void Changed(ItemRecord master, ItemRecord edited, Occurrence occurrence, Settings settings)
    {
        EnsureBetweenNeighbours(master, edited.Date("StartUtc")!.Value, occurrence.Date, settings);
        var overridable = settings.ExceptionImportanceKept ? Series.Overridable.Append("Importance") : Series.Overridable;
        var bag = overridable
            .Where(name => name is "StartUtc" or "EndUtc" || !Equals(edited[name], master[name]))
            .ToDictionary(name => name, name => edited[name]);
        var old = master.Exceptions.Find(e => e.Date == occurrence.Date && !e.Deleted);
        master.Exceptions.RemoveAll(e => e.Date == occurrence.Date);
        master.Exceptions.Add(new ExceptionRecord(occurrence.Date, Deleted: false, bag)
        {
            EntryId = old?.EntryId ?? "",
            Attachments = SameFiles(edited.Attachments, Series.FilesOf(master, old, settings)) ? old?.Attachments : [.. edited.Attachments],
        });
    }

    private static bool SameFiles(List<AttachmentRecord> ones, List<AttachmentRecord> others) =>
        ones.Count == others.Count && ones.Zip(others).All(pair => pair.First.Name == pair.Second.Name && pair.First.Data.AsSpan().SequenceEqual(pair.Second.Data));

    /// <summary>
    /// An occurrence may not be moved to the day of the one before or after it, nor past it. Outlook says only "Cannot save this item."
    /// </summary>
    private static void EnsureBetweenNeighbours(ItemRecord master, DateTime startUtc, DateTime date, Settings settings)
    {
        var zone = Zones.Find(master.Text("StartZone"));
        DateTime? before = null;
        foreach (var (day, start, _) in Series.Occurrences(master, settings))
        {
            if (day < date)
            {
                before = Zones.FromUtc(start, zone).Date;
            }
            else if (day > date)
            {
                var moved = Zones.FromUtc(startUtc, zone).Date;
                if (moved <= before || moved >= Zones.FromUtc(start, zone).Date)
                {
                    throw OutlookError.CannotSave();
                }

                return;
            }
        }

        if (before is { } last && Zones.FromUtc(startUtc, zone).Date <= last)
        {
            throw OutlookError.CannotSave();
        }
    }
}
