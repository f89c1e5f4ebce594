namespace M2K.Lab.Outlook;

/// <summary>An item the user has open in an Inspector, with the edits not yet saved.</summary>
internal sealed record OpenRecord(string ItemId, Dictionary<string, object?> Edits);
