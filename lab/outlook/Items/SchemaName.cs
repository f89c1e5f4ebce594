namespace M2K.Lab.Outlook;

/// <summary>
/// A property by namespace (2.5): how it is read from a record (dates in UTC, binaries as byte[], null = absent) and, where it can be set,
/// written.
/// </summary>
internal sealed record SchemaName(Func<Profile, ItemRecord, object?> Read, Action<ItemRecord, object?>? Write = null);
