namespace M2K.Lab.Outlook;

/// <summary>A plain stored property: its name in the object model, type, value when never set, and whether reading it is guarded (6.2).</summary>
internal sealed record Field(string Name, FieldKind Kind, object? Default, bool Guarded = false);
