using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>
/// A stored message: what items and hidden storage items share. The object is a snapshot: it changes only itself until
/// <see cref="Save"/>, and does not see what others save meanwhile (3.7).
/// </summary>
public abstract partial class MessageObject : DispObj
{
    private bool dead;

    internal MessageObject(Profile profile, ItemRecord record) : base(profile) => Record = record;

    /// <summary>This object's own copy.</summary>
    internal ItemRecord Record { get; private protected set; }

    internal bool Dirty { get; private protected set; }

    internal bool IsNew => Record.Id.Length == 0;

    public object? Application => Get(() => Profile.Application);

    public object? Session => Get(() => Profile.Application.NameSpace);

    public object? Class => Get(() => Record.Class);

    public virtual object? EntryID => Get(() => Record.Id);

    public virtual object? Parent => Get(() => new Folder(Profile, Record.FolderId));

    public object? CreationTime => Get(() => Zones.FromUtc(Record.CreatedUtc, Profile.Zone));

    public object? LastModificationTime => Get(() => Zones.FromUtc(Record.ModifiedUtc, Profile.Zone));

    public object? Size => Get(() => IsNew ? 0 : 1024 + (2 * Record.Text("Body").Length));

    [DispId(0)]
    public virtual object? Subject { get => Read(); set => Write(value); }

    /// <summary>A plain text: writing it takes away the formatting (3.1).</summary>
    public object? Body
    {
        get => Read();
        set => Set(() =>
        {
            Put("Body", Text(value));
            Record.Bag.Remove("Rtf");
        });
    }

    /// <summary>RTF as ASCII octets, guarded (3.1). Body shows its plain text.</summary>
    [Since(14)]
    public object? RTFBody
    {
        get => Get(() =>
        {
            Guards.Ask(Settings);
            return Record["Rtf"] as byte[] ?? RichText.Of(Record.Text("Body"));
        });
        set => Set(() =>
        {
            Guards.Ask(Settings);
            var rtf = Variant.In(value) as byte[] ?? throw OutlookError.Mismatch("a byte array", value);
            Put("Body", RichText.Plain(rtf));
            Put("Rtf", rtf);
        });
    }

    public object? UserProperties => Get(() => new UserProperties(Profile, this));

    public object? PropertyAccessor => Get(() =>
    {
        Guards.Ask(Settings);
        return new PropertyAccessor(Profile, new ItemSchema(this));
    });

    internal override void EnsureUsable()
    {
        if (dead)
        {
            throw OutlookError.WasDeleted();
        }
    }

    internal void Kill() => dead = true;

    /// <summary>Takes part in <see cref="Saved"/>: false after any unsaved change.</summary>
    internal void Put(string name, object? value)
    {
        Record[name] = value;
        Dirty = true;
    }

    internal void Touch() => Dirty = true;

    /// <summary>Values of a new item that the object model sets by itself.</summary>
    internal virtual void Begin() => Dirty = false;

    internal void Overlay(IReadOnlyDictionary<string, object?> edits)
    {
        foreach (var (name, value) in edits)
        {
            Put(name, value);
        }
    }

    private protected object? Read([CallerMemberName] string name = "") => Get(() => FieldValue(name), name);

    private protected void Write(object? value, [CallerMemberName] string name = "") =>
        Set(() => Put(name, Cast(name, value)), name);

    private protected void WriteLong(object? value, int least, int most, [CallerMemberName] string name = "") =>
        Set(
            () =>
            {
                var number = Long(value);
                Put(name, number >= least && number <= most ? number : throw OutlookError.BadArgument(name + " is " + least + " to " + most + "."));
            },
            name);

    private protected object? FieldValue(string name)
    {
        var field = Fields.Of(Record.Class)[name];
        if (field.Guarded)
        {
            Guards.Ask(Settings);
        }

        return Record.Bag.GetValueOrDefault(field.Name, field.Default);
    }

    private object Cast(string name, object? value) => Fields.Of(Record.Class)[name].Kind switch
    {
        FieldKind.Text => Text(value),
        FieldKind.Long => Long(value),
        FieldKind.Flag => Flag(value),
        _ => Dates.EnsureStorable(Date(value)),
    };
}
