using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>The attachments of an item, hidden ones (a contact's picture) included.</summary>
public sealed class Attachments : DispCollection
{
    private readonly MessageObject item;

    internal Attachments(Profile profile, MessageObject item) : base(profile) => this.item = item;

    internal override void EnsureUsable() => item.EnsureUsable();

    /// <summary>Source is the path of a file; only attaching by value (Type 1) is built.</summary>
    public object? Add(object? Source, [Optional] object? Type, [Optional] object? Position, [Optional] object? DisplayName) => Call(() =>
    {
        if (!Variant.IsMissing(Type) && Long(Type) != 1)
        {
            throw OutlookError.Of(OutlookError.NoSupport, "lab/outlook attaches by value only (Type 1).");
        }

        var path = Text(Source);
        var name = Variant.IsMissing(DisplayName) ? Path.GetFileName(path) : Text(DisplayName);
        item.Record.Attachments.Add(new AttachmentRecord(name, AttachedFile.Read(path), Hidden: false));
        item.Touch();
        return new Attachment(Profile, item, item.Record.Attachments[^1]);
    });

    public void Remove(object? Index) => Do(() => ((Attachment)Item(Index)!).Delete());

    private protected override IReadOnlyList<object?> Elements() =>
        [.. item.Record.Attachments.Select(a => new Attachment(Profile, item, a))];
}
