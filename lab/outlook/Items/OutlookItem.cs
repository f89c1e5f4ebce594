namespace M2K.Lab.Outlook;

/// <summary>What all item classes share beyond a stored message.</summary>
public abstract class OutlookItem : MessageObject
{
    internal OutlookItem(Profile profile, ItemRecord record) : base(profile, record)
    {
    }

    public object? MessageClass
    {
        get => Get(() => Record.MessageClass);
        set => Set(() =>
        {
            Record.MessageClass = Text(value);
            Touch();
        });
    }

    public object? Saved => Get(() => !Dirty);

    public object? IsConflict => Get(() => false);

    public object? Categories
    {
        get => Get(() => Record.Text("Categories") is { Length: > 0 } names ? CategoryNames.Shown(Settings, names) : CategoryNames.None(Settings));
        set => Set(() => Put("Categories", CategoryNames.Stored(Settings, Text(value))));
    }

    public object? Sensitivity { get => Read(); set => WriteLong(value, 0, 3); }

    public object? Importance { get => Read(); set => WriteLong(value, 0, 2); }

    public object? Companies { get => Read(); set => Write(value); }

    public object? Mileage { get => Read(); set => Write(value); }

    public object? BillingInformation { get => Read(); set => Write(value); }

    public object? Attachments => Get(() => new Attachments(Profile, this));

    public object? GetInspector => Get(() => new Inspector(Profile, this));

    /// <summary>Returns the moved item; this object is dead afterwards.</summary>
    public object? Move(object? DestFldr) => Call(() =>
    {
        var folder = Variant.Object<Folder>(DestFldr).Stored();
        if (Dirty || IsNew)
        {
            SaveNow();
        }

        var moved = Transfer(folder);
        Kill();
        return ItemFactory.Open(Profile, moved);
    });

    /// <summary>A stored copy in the same folder, with the same user properties and GlobalAppointmentID (3.5).</summary>
    public object? Copy() => Call(() =>
    {
        var copy = Record.Clone();
        Profile.Mailbox.Change(change =>
        {
            EnsureWritable(change.State, copy.FolderId);
            copy.Id = EntryIds.Item(change.State.Stores[copy.StoreId], change.Number());
            copy.Change = change.Number();
            copy.CreatedUtc = copy.ModifiedUtc = Dates.Stamp(Profile.Clock.UtcNow, Settings);
            change.Put(copy);
        });
        return ItemFactory.Open(Profile, copy);
    });

    /// <summary>SaveMode: 0 save, 1 discard, 2 prompt (saves here: nobody is there to ask).</summary>
    public void Close(object? SaveMode) => Do(() =>
    {
        if (Long(SaveMode) != 1 && Dirty)
        {
            SaveNow();
        }
    });

    /// <summary>Writing .msg or iCalendar files is not built; refused as a policy would.</summary>
    public void SaveAs(object? Path, [System.Runtime.InteropServices.Optional] object? Type) => Do(() =>
    {
        Guards.Ask(Settings);
        throw OutlookError.Of(OutlookError.NoSupport, "lab/outlook does not write '" + Text(Path) + "': SaveAs is not built.");
    });

    public void Display([System.Runtime.InteropServices.Optional] object? Modal) => Do(() => { });
}
