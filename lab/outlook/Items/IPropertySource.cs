namespace M2K.Lab.Outlook;

/// <summary>What a PropertyAccessor reads and writes: an item, a folder.</summary>
internal interface IPropertySource
{
    /// <summary>The value, or null if there is no such property.</summary>
    object? Find(string schema);

    void Put(string schema, object? value);

    void Drop(string schema);
}
