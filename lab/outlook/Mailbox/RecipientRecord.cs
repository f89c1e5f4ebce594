namespace M2K.Lab.Outlook;

/// <summary>A recipient: Type 0 organiser, 1 required, 2 optional, 3 resource; Response is OlResponseStatus.</summary>
internal sealed record RecipientRecord(string Name, string Address, int Type, bool Resolved, int Response);
