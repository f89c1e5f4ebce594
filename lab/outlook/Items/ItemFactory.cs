namespace M2K.Lab.Outlook;

/// <summary>Makes the COM object for a stored record or a new item; the class follows the message class.</summary>
internal static class ItemFactory
{
    private static readonly (int ItemType, int Class, string MessageClass)[] Kinds =
    [
        (0, 43, "IPM.Note"), (1, 26, "IPM.Appointment"), (2, 40, "IPM.Contact"), (3, 48, "IPM.Task"), (4, 42, "IPM.Activity"),
        (5, 44, "IPM.StickyNote"), (6, 45, "IPM.Post"), (7, 69, "IPM.DistList"), (-1, 53, "IPM.Schedule.Meeting.Request"),
    ];

    public static string MessageClassOf(int itemType) =>
        Kinds.FirstOrDefault(k => k.ItemType == itemType && itemType >= 0).MessageClass
            ?? throw OutlookError.BadArgument("Unknown item type " + itemType + ".");

    public static OutlookItem New(Profile profile, FolderRecord folder, string messageClass)
    {
        var kind = KindOf(messageClass);
        var record = new ItemRecord
        {
            StoreId = folder.StoreId, FolderId = folder.Id, Class = kind.Class, MessageClass = messageClass,
            CreatedUtc = profile.Clock.UtcNow, ModifiedUtc = profile.Clock.UtcNow,
        };
        var item = Wrap(profile, record);
        item.Begin();
        return item;
    }

    /// <summary>A snapshot of a stored item, with the user's unsaved edits if it is open in an Inspector.</summary>
    public static OutlookItem Open(Profile profile, ItemRecord stored)
    {
        var item = Wrap(profile, stored.Clone());
        if (profile.Mailbox.Read().Open.FirstOrDefault(o => o.ItemId == stored.Id) is { } open)
        {
            item.Overlay(open.Edits);
        }

        return item;
    }

    private static OutlookItem Wrap(Profile profile, ItemRecord record) => record.Class switch
    {
        26 => new AppointmentItem(profile, record, null),
        40 => new ContactItem(profile, record),
        69 => new DistListItem(profile, record),
        45 => new PostItem(profile, record),
        _ => new OtherItem(profile, record),
    };

    private static (int ItemType, int Class, string MessageClass) KindOf(string messageClass) =>
        Kinds.Where(k => messageClass.Equals(k.MessageClass, StringComparison.OrdinalIgnoreCase)
                || messageClass.StartsWith(k.MessageClass + ".", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(k => k.MessageClass.Length)
            .FirstOrDefault(Kinds[0]);
}
