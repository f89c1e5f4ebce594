namespace M2K.Lab.Outlook;

/// <summary>An attachment of a message; a contact's picture is a hidden one.</summary>
internal sealed record AttachmentRecord(string Name, byte[] Data, bool Hidden);
