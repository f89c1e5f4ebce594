namespace M2K.Lab.Outlook;

/// <summary>
/// How this Outlook behaves. The first block is the desk (machine, user, store); every [Switch] is a behaviour the reference marks
/// [?] or [G], whose default is the reading worse for us (desk rule 20). Numbers in comments are sections of the reference.
/// </summary>
public sealed record Settings
{
    // The desk
    public string MachineZone { get; init; } = "Taipei Standard Time";
    public string ListSeparator { get; init; } = ", ";
    public string Culture { get; init; } = "en-US";
    public string Version { get; init; } = "16.0.0.17928";
    /// <summary>False: Office is unlicensed or its licence ran out. Reading works, every save fails.</summary>
    public bool Licensed { get; init; } = true;
    public string Language { get; init; } = "en";
    public bool DefaultReminder { get; init; } = true;
    public int DefaultReminderMinutes { get; init; } = 15;
    public int FirstDayOfWeek { get; init; }
    public string CallLog { get; init; } = "";

    // 1.1, 6: conditions of a desk
    public bool Installed { get; init; } = true;
    public int ActivationRefusals { get; init; }
    public bool Guard { get; init; }
    public bool GateCoerces { get; init; }

    // 1.5, 2.1
    [Switch] public bool FolderNamesUnique { get; init; } = true;
    [Switch] public bool ItemsReversed { get; init; } = true;
    [Switch] public bool SortedRestrictExpands { get; init; } = true;
    [Switch("windows", "us")] public string JetDates { get; init; } = "windows";
    [Switch("utc", "local")] public string DaslDates { get; init; } = "utc";
    [Switch] public bool CategoriesInRestrict { get; init; }

    // 2.4
    [Switch] public bool TableArrayRowsFirst { get; init; }
    [Switch] public bool TableShortTermEntryId { get; init; } = true;

    // 2.6, 2.7
    [Switch] public bool UserPropertyTypeClash { get; init; } = true;
    public bool StorageItems { get; init; } = true;

    // 3.1
    [Switch("nextHalfHour", "none")] public string FreshStart { get; init; } = "nextHalfHour";
    [Switch] public bool AllDayWidens { get; init; } = true;
    [Switch] public bool AllDaySetsFree { get; init; } = true;
    [Switch] public bool AllDayReminderEarlier { get; init; } = true;
    [Switch] public bool BodyGainsNewline { get; init; } = true;
    [Switch] public bool CategoriesNullWhenEmpty { get; init; } = true;
    [Switch] public bool CategoriesExtendMasterList { get; init; } = true;

    // 3.2
    [Switch] public bool EndFollowsStart { get; init; } = true;
    [Switch] public bool StartDropsSeconds { get; init; } = true;
    [Switch("forward", "error")] public string GapTime { get; init; } = "forward";
    [Switch("standard", "daylight")] public string AmbiguousTime { get; init; } = "standard";

    // 3.5, 3.6
    [Switch("own", "master")] public string ExceptionEntryId { get; init; } = "own";
    [Switch("second", "millisecond", "tick")] public string ModifiedResolution { get; init; } = "second";
    [Switch] public bool ModifiedMovesAfterSave { get; init; } = true;

    // 4
    [Switch] public bool PatternTypeResets { get; init; } = true;
    [Switch("4500-08-31", "4501-01-01")] public string NoEndPatternEnd { get; init; } = "4500-08-31";
    [Switch] public bool NthMasksRestricted { get; init; } = true;
    [Switch] public bool MonthlyTwelveReadsYearly { get; init; } = true;
    [Switch] public bool ExceptionImportanceKept { get; init; }
    [Switch("series", "none")] public string ExceptionFiles { get; init; } = "series";
    [Switch] public bool PatternEditDropsExceptions { get; init; } = true;

    // 5
    [Switch("firstLast", "lastFirst", "firstLast1Last2")] public string FullNameOrder { get; init; } = "firstLast";
    [Switch("first", "last", "surname")] public string UnspacedName { get; init; } = "first";
    [Switch("spaced", "unspaced")] public string CjkFullName { get; init; } = "spaced";
    [Switch("nameAndAddress", "name", "address")] public string EmailDisplayName { get; init; } = "nameAndAddress";
    [Switch] public bool WebPageFollows { get; init; } = true;
    [Switch] public bool BirthdayLocal { get; init; }
    public int FileAsFormula { get; init; } = 0x8017;
    public bool BirthdayEvents { get; init; } = true;

    /// <summary>12 is 2007, 14 is 2010, 15 is 2013, 16 is all later ones.</summary>
    internal int Major => int.Parse(Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A desk whose switches are drawn by a seed; 0 is the default one. The same seed gives the same desk for ever.</summary>
    public static Settings Seeded(int seed) => SettingsText.Seeded(seed);
}
