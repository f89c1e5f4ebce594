using System.Collections;
using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>A collection of Outlook's kind: 1-based Item, Count, and an enumerator (DISPID_NEWENUM).</summary>
public abstract class DispCollection : DispObj, IEnumerable
{
    internal DispCollection(Profile profile) : base(profile)
    {
    }

    public virtual object? Count => Get(() => Elements().Count);

    [DispId(0)]
    public virtual object? Item(object? Index) => Call(() => Find(Variant.In(Index)));

    [DispId(-4)]
    public object? _NewEnum() => Call(() => Elements().GetEnumerator());

    IEnumerator IEnumerable.GetEnumerator() => (IEnumerator)_NewEnum()!;

    private protected abstract IReadOnlyList<object?> Elements();

    /// <summary>The element a string index names, or null; collections without names raise a type mismatch.</summary>
    private protected virtual object? ByName(string name) => throw OutlookError.Mismatch("Long", name);

    private object? Find(object? index)
    {
        if (index is string name)
        {
            return ByName(name) ?? throw OutlookError.Missing();
        }

        var elements = Elements();
        var n = Long(index);
        return n >= 1 && n <= elements.Count ? elements[n - 1] : throw OutlookError.BadIndex();
    }
}
