namespace M2K.Lab.Outlook;

/// <summary>Saving and deleting.</summary>
public abstract partial class MessageObject
{
    /// <summary>
    /// Stores the snapshot. Throws 0x80040109 if somebody saved the item since it was fetched, 0x8004010A if it is gone, 0x80070005 in a
    /// read-only folder. Saving without a change writes nothing.
    /// </summary>
    public void Save() => Do(SaveNow);

    /// <summary>To Deleted Items; from there for good. An Exchange store gives the item a new id there (8.1).</summary>
    public void Delete() => Do(DeleteNow);

    /// <summary>What a class adds to a save: validation, derived values, side effects in the same change.</summary>
    private protected virtual void Prepare(ItemRecord next, MailboxChange change)
    {
    }

    private protected virtual void SaveNow()
    {
        if (!Dirty && !IsNew)
        {
            return;
        }

        var next = Record.Clone();
        Profile.Mailbox.Change(change =>
        {
            EnsureWritable(change.State, next.FolderId);
            if (IsNew)
            {
                next.Id = EntryIds.Item(change.State.Stores[next.StoreId], change.Number());
                next.CreatedUtc = Dates.Stamp(Profile.Clock.UtcNow, Settings);
            }
            else
            {
                EnsureCurrent(change.State);
            }

            Prepare(next, change);
            Bodies.Rewrite(next, Settings);
            CategoryNames.Extend(next, change, Settings);
            next.Change = change.Number();
            next.ModifiedUtc = Dates.Stamp(Profile.Clock.UtcNow, Settings);
            var stored = next.Clone();
            if (Settings.ModifiedMovesAfterSave)
            {
                stored.ModifiedUtc += TimeSpan.FromSeconds(1);
            }

            change.Put(stored);
            change.SetOpen(change.State.Open.Where(open => open.ItemId != next.Id));
        });
        Record = next;
        Dirty = false;
    }

    private protected virtual void DeleteNow()
    {
        if (!IsNew)
        {
            var state = Profile.Mailbox.Read();
            if (!state.Items.ContainsKey(Record.Id))
            {
                throw OutlookError.WasDeleted();
            }

            if (!Record.Hidden && !state.IsDeletedItems(Record.FolderId) && state.DefaultFolder(Record.StoreId, 3) is { } bin)
            {
                Transfer(bin);
            }
            else
            {
                EnsureLicensed();
                Profile.Mailbox.Change(change => change.DropItem(Record.Id));
            }
        }

        dead = true;
    }

    private protected void EnsureCurrent(MailboxState state)
    {
        if (!state.Items.TryGetValue(Record.Id, out var stored))
        {
            throw OutlookError.WasDeleted();
        }

        if (stored.Change != Record.Change)
        {
            throw OutlookError.WasChanged();
        }
    }

    private protected void EnsureWritable(MailboxState state, string folderId)
    {
        EnsureLicensed();
        if ((state.Folders.GetValueOrDefault(folderId) ?? throw OutlookError.Missing()).ReadOnly)
        {
            throw OutlookError.Denied();
        }
    }

    /// <summary>Reported of Office without a licence: reading works, every write fails (7.3).</summary>
    private void EnsureLicensed()
    {
        if (!Settings.Licensed)
        {
            throw OutlookError.Of(OutlookError.Fail, "The operation failed.");
        }
    }

    private protected ItemRecord Transfer(FolderRecord folder)
    {
        ItemRecord moved = Record;
        Profile.Mailbox.Change(change =>
        {
            moved = (change.State.Items.GetValueOrDefault(Record.Id) ?? throw OutlookError.WasDeleted()).Clone();
            EnsureWritable(change.State, moved.FolderId);
            EnsureWritable(change.State, folder.Id);
            var store = change.State.Stores[folder.StoreId];
            if (store.Exchange || store.Id != moved.StoreId)
            {
                change.DropItem(moved.Id);
                moved.Id = EntryIds.Item(store, change.Number());
            }

            (moved.StoreId, moved.FolderId) = (store.Id, folder.Id);
            moved.Change = change.Number();
            moved.ModifiedUtc = Dates.Stamp(Profile.Clock.UtcNow, Settings);
            change.Put(moved);
        });
        return moved;
    }
}
