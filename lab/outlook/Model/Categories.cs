using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>The master category list. Names are unique without regard to case, but Item(name) looks up with regard to it (8.4).</summary>
public sealed class Categories : DispCollection
{
    internal Categories(Profile profile) : base(profile)
    {
    }

    public object? Add(object? Name, [Optional] object? Color, [Optional] object? ShortcutKey) => Call(() =>
    {
        var made = new CategoryRecord(Text(Name), Variant.IsMissing(Color) ? 0 : Long(Color));
        Profile.Mailbox.Change(change =>
        {
            if (made.Name.IndexOfAny([',', ';']) >= 0
                || change.State.Categories.Any(c => string.Equals(c.Name, made.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw OutlookError.BadArgument("The category '" + made.Name + "' exists or has a comma or semicolon in its name.");
            }

            change.SetCategories(change.State.Categories.Append(made));
        });
        return new Category(Profile, made);
    });

    public void Remove(object? Index) => Do(() =>
    {
        var found = (Category)Item(Index)!;
        Profile.Mailbox.Change(change => change.SetCategories(change.State.Categories.Where(c => c.Name != found.Stored.Name)));
    });

    private protected override IReadOnlyList<object?> Elements() =>
        [.. Profile.Mailbox.Read().Categories.Select(c => new Category(Profile, c))];

    private protected override object? ByName(string name) =>
        Profile.Mailbox.Read().Categories.FirstOrDefault(c => c.Name == name) is { } found ? new Category(Profile, found) : null;
}
