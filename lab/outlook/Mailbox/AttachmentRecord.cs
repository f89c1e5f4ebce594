namespace M2K.Lab.Outlook;

/// <summary>
/// An attachment of a message; a contact's picture is a hidden one. Type is OlAttachmentType; Flags is PR_ATTACH_FLAGS, whose 4 says that
/// it is shown within a formatted text.
/// </summary>
internal sealed record AttachmentRecord(string Name, byte[] Data, bool Hidden, int Type = 1, int Flags = 0);
