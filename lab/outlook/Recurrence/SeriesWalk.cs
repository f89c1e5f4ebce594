namespace M2K.Lab.Outlook;

/// <summary>Items by start with series expanded, as IncludeRecurrences shows them; endless if one of the series is.</summary>
internal static class SeriesWalk
{
    public static IEnumerable<OutlookItem> ByStart(Profile profile, IEnumerable<ItemRecord> records, Func<ItemRecord, bool> accepts)
    {
        var queue = new PriorityQueue<IEnumerator<(DateTime StartUtc, Func<OutlookItem> Open)>, DateTime>();
        foreach (var record in records)
        {
            Enqueue(queue, Entries(profile, record).GetEnumerator());
        }

        while (queue.TryDequeue(out var source, out _))
        {
            var item = source.Current.Open();
            if (accepts(item.Record))
            {
                yield return item;
            }

            Enqueue(queue, source);
        }
    }

    private static void Enqueue(PriorityQueue<IEnumerator<(DateTime StartUtc, Func<OutlookItem> Open)>, DateTime> queue, IEnumerator<(DateTime StartUtc, Func<OutlookItem> Open)> source)
    {
        if (source.MoveNext())
        {
            queue.Enqueue(source, source.Current.StartUtc);
        }
    }

    private static IEnumerable<(DateTime StartUtc, Func<OutlookItem> Open)> Entries(Profile profile, ItemRecord record)
    {
        if (record.Pattern is null)
        {
            yield return (record.Date("StartUtc") ?? DateTime.MinValue, () => ItemFactory.Open(profile, record));
            yield break;
        }

        foreach (var (date, start, changed) in Series.Occurrences(record, profile.Settings))
        {
            yield return (start, () => Series.Open(profile, record, date, changed));
        }
    }
}
