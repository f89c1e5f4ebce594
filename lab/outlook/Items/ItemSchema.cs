namespace M2K.Lab.Outlook;

/// <summary>The namespace properties of one message: known ones, user properties, and custom ones set by PropertyAccessor.</summary>
internal sealed class ItemSchema(MessageObject item) : IPropertySource
{
    public object? Find(string schema) => Value(item.Profile, item.Record, schema);

    public static object? Value(Profile profile, ItemRecord record, string schema)
    {
        if (SchemaNames.Find(schema) is { } known)
        {
            return known.Read(profile, record);
        }

        if (SchemaNames.UserName(schema) is not { } name)
        {
            return record.Named.GetValueOrDefault(SchemaNames.Canonical(schema));
        }

        var user = record.User.Find(u => string.Equals(u.Name, name.Name, StringComparison.OrdinalIgnoreCase));
        if (user is null)
        {
            return record.Named.GetValueOrDefault(name.Name);
        }

        return name.Suffix.Length == 0 || name.Suffix == UserPropertyKind.Suffix(user.Type) ? user.Value : null;
    }

    public void Put(string schema, object? value)
    {
        if (SchemaNames.Find(schema) is { } known)
        {
            (known.Write ?? throw OutlookError.Denied())(item.Record, value);
        }
        else if (SchemaNames.UserName(schema) is { } name)
        {
            PutUser(name.Name, value);
        }
        else
        {
            item.Record.Named[SchemaNames.Canonical(schema)] = value;
        }

        item.Touch();
    }

    public void Drop(string schema)
    {
        var key = SchemaNames.UserName(schema)?.Name ?? SchemaNames.Canonical(schema);
        if (SchemaNames.Find(schema) is not null || !item.Record.Named.Remove(key))
        {
            throw OutlookError.UnknownProperty(schema);
        }

        item.Touch();
    }

    /// <summary>Sets a user property that exists; else makes one that UserProperties does not list (2.5).</summary>
    private void PutUser(string name, object? value)
    {
        var at = item.Record.User.FindIndex(u => string.Equals(u.Name, name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            item.Record.Named[name] = value;
            return;
        }

        var old = item.Record.User[at];
        item.Record.User[at] = old with { Value = UserPropertyKind.Cast(old.Type, value, coerce: false) };
    }
}
