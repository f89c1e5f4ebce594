namespace M2K.Lab.Outlook;

/// <summary>A user property of one item; Type is OlUserPropertyType.</summary>
internal sealed record UserPropertyRecord(string Name, int Type, object? Value);
