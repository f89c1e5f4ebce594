namespace M2K.Lab.Outlook;

/// <summary>
/// A contact's picture: a hidden attachment ContactPicture.jpg whose bytes differ from the file's (5.4). The lab does not resample; it marks
/// a JPEG with a comment segment and lengthens anything else, both of which decoders ignore.
/// </summary>
internal static class Pictures
{
    private const string FileName = "ContactPicture.jpg";
    private static readonly byte[] Comment = [0xFF, 0xFE, 0x00, 0x09, .. "Outlook"u8];

    public static AttachmentRecord? Of(ItemRecord contact) => contact.Attachments.Find(a => a.Hidden && a.Name == FileName);

    public static void Set(ItemRecord contact, string path)
    {
        var data = AttachedFile.Read(path);
        Remove(contact);
        contact.Attachments.Add(new AttachmentRecord(FileName, Reencoded(data), Hidden: true));
    }

    public static void Remove(ItemRecord contact) => contact.Attachments.RemoveAll(a => a.Hidden && a.Name == FileName);

    private static byte[] Reencoded(byte[] data) =>
        data is [0xFF, 0xD8, ..] ? [0xFF, 0xD8, .. Comment, .. data[2..]] : [.. data, 0];
}
