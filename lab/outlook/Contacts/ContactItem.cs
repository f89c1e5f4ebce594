namespace M2K.Lab.Outlook;

/// <summary>A contact (5). This file: names, FileAs, web, dates; the plain fields, e-mails and addresses are in files of their own.</summary>
public sealed partial class ContactItem : OutlookItem
{
    internal ContactItem(Profile profile, ItemRecord record) : base(profile, record)
    {
    }

    /// <summary>Follows FullName.</summary>
    public override object? Subject
    {
        get => Get(() => Record.Text("Subject"));
        set => Set(() => Put("Subject", Text(value)));
    }

    /// <summary>Writing it parses it into the parts and overwrites them (5.2).</summary>
    public object? FullName
    {
        get => Get(() => Record.Text("FullName"));
        set => Set(() => Rename(() => PersonName.SetFull(Record, Text(value), Settings)));
    }

    public object? Title { get => Read(); set => NamePart(value); }

    public object? FirstName { get => Read(); set => NamePart(value); }

    public object? MiddleName { get => Read(); set => NamePart(value); }

    public object? LastName { get => Read(); set => NamePart(value); }

    public object? Suffix { get => Read(); set => NamePart(value); }

    public object? CompanyName
    {
        get => Read();
        set => Set(() => Rename(() => Record["CompanyName"] = Text(value)));
    }

    /// <summary>Derived from name and company until it is set to a text that no formula gives; then it stays.</summary>
    public object? FileAs
    {
        get => Get(() => Record.Text("FileAs"));
        set => Set(() =>
        {
            FileAsFormula.Set(Record, Text(value), Settings);
            Touch();
        });
    }

    public object? LastNameAndFirstName => Get(() => FileAsFormula.Text(Record, 0x8017));

    public object? CompanyAndFullName => Get(() => FileAsFormula.Text(Record, 0x8018));

    public object? FullNameAndCompany => Get(() => FileAsFormula.Text(Record, 0x8019));

    public object? WebPage
    {
        get => Read();
        set => Set(() => PutWeb("WebPage", "BusinessHomePage", Text(value)));
    }

    public object? BusinessHomePage
    {
        get => Read();
        set => Set(() => PutWeb("BusinessHomePage", "WebPage", Text(value)));
    }

    /// <summary>1 Jan 4501 is none. Each assignment of a real date makes the yearly event anew at the next save (5.3).</summary>
    public object? Birthday { get => Get(() => PersonalDays.Shown(Profile, Record, "Birthday")); set => DayOfPerson(value); }

    public object? Anniversary { get => Get(() => PersonalDays.Shown(Profile, Record, "Anniversary")); set => DayOfPerson(value); }

    private protected override void Prepare(ItemRecord next, MailboxChange change)
    {
        next["SearchKey"] ??= Guid.NewGuid().ToByteArray();
        PersonalEvents.Refresh(Profile, next, change);
    }

    private void NamePart(object? value, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Set(() => Rename(() => PersonName.SetPart(Record, name, Text(value), Settings)), name);

    private void Rename(Action change)
    {
        change();
        Record["Subject"] = Record.Text("FullName");
        FileAsFormula.Refresh(Record, Settings);
        Touch();
    }

    private void PutWeb(string name, string twin, string value)
    {
        Put(name, value);
        if (Settings.WebPageFollows)
        {
            Put(twin, value);
        }
    }

    private void DayOfPerson(object? value, [System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
        Set(
            () =>
            {
                PersonalDays.Put(Profile, Record, name, Dates.EnsureStorable(Date(value)).Date);
                Touch();
            },
            name);
}
