using System.Globalization;

namespace M2K.Lab.Outlook;

/// <summary>The comparisons of a filter: which properties may be used, how a literal is read, what counts as equal (2.3).</summary>
internal sealed class FilterTerms(Profile profile, FolderRecord folder, bool dasl, string source)
{
    private static readonly string[] NotFilterable =
        ["Body", "EntryID", "Children", "Companies", "Class", "MemberCount"];

    private bool IsDate(object? value) => value is DateTime;

    public Func<ItemRecord, bool> IsNull(string name, bool wanted)
    {
        if (!dasl)
        {
            throw Filter.Unreadable(source);
        }

        var read = Reader(name);
        return record => (read(record) is null) == wanted;
    }

    public Func<ItemRecord, bool> Compare(string name, string op, FilterToken literal)
    {
        var read = Reader(name);
        if (op == "like")
        {
            return dasl ? Like(read, literal.Text) : throw Filter.Unreadable(source);
        }

        var phrase = name.Equals("Categories", StringComparison.OrdinalIgnoreCase);
        return record => read(record) switch
        {
            object?[] list => list.Any(one => Holds(Order(one, literal.Text), op)),
            string text when phrase && op == "=" => text.Contains(literal.Text, StringComparison.OrdinalIgnoreCase),
            var value => Holds(Order(value, literal.Text), op),
        };
    }

    private Func<ItemRecord, object?> Reader(string name)
    {
        if (dasl)
        {
            if (!SchemaNames.IsNamespace(name) || SchemaNames.Canonical(name).EndsWith("0102", StringComparison.Ordinal))
            {
                throw Filter.Unreadable(source);
            }

            return record => name.EndsWith("820E0040", StringComparison.Ordinal) || name == "urn:schemas:calendar:dtend"
                ? SeriesSpan.EndUtc(profile, record)
                : ItemSchema.Value(profile, record, name);
        }

        if (folder.Fields.Exists(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return record => ItemOrder.Key(profile, record, name);
        }

        var refused = BuiltIn.IsBlocked(name) || NotFilterable.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (name.Equals("Categories", StringComparison.OrdinalIgnoreCase) && !profile.Settings.CategoriesInRestrict);
        if (refused || !BuiltIn.IsKnown(folder.ItemType, name))
        {
            throw OutlookError.Of(OutlookError.Exception, "The property \"" + name + "\" is unknown or cannot be used in a condition.");
        }

        return record => name.Equals("End", StringComparison.OrdinalIgnoreCase) && SeriesSpan.EndUtc(profile, record) is { } end
            ? Zones.FromUtc(end, profile.Zone)
            : BuiltIn.Value(profile, record, name);
    }

    /// <summary>Null if the two cannot be compared, which no operator accepts.</summary>
    private int? Order(object? value, string literal) => value switch
    {
        string text => string.Compare(text, literal, StringComparison.OrdinalIgnoreCase),
        bool flag => Truth(literal) is { } wanted ? flag.CompareTo(wanted) : null,
        int number => int.TryParse(literal, CultureInfo.InvariantCulture, out var n) ? number.CompareTo(n) : null,
        double real => double.TryParse(literal, CultureInfo.InvariantCulture, out var r) ? real.CompareTo(r) : null,
        DateTime date when IsDate(value) => Dates.ToMinute(date).CompareTo(Moment(literal)),
        _ => null,
    };

    /// <summary>
    /// Jet dates are read as the Windows regional settings have it (or always as in the US: disputed), DASL dates as UTC (or local: disputed).
    /// </summary>
    private DateTime Moment(string literal)
    {
        var culture = CultureInfo.GetCultureInfo(profile.Settings.JetDates == "us" || dasl ? "en-US" : profile.Settings.Culture);
        if (!DateTime.TryParse(literal, culture, DateTimeStyles.None, out var date))
        {
            throw Filter.Unreadable(source);
        }

        return dasl && profile.Settings.DaslDates == "local" ? Zones.ToUtc(date, profile.Zone, profile.Settings) : date;
    }

    private static bool? Truth(string literal) => literal.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };

    private static bool Holds(int? order, string op) => order is { } o && op switch
    {
        "=" => o == 0,
        "<>" => o != 0,
        "<" => o < 0,
        ">" => o > 0,
        "<=" => o <= 0,
        _ => o >= 0,
    };

    private static Func<ItemRecord, bool> Like(Func<ItemRecord, object?> read, string pattern)
    {
        var regex = "^" + System.Text.RegularExpressions.Regex.Escape(pattern).Replace("%", ".*", StringComparison.Ordinal) + "$";
        return record => read(record) is string text
            && System.Text.RegularExpressions.Regex.IsMatch(text, regex, System.Text.RegularExpressions.RegexOptions.IgnoreCase | System.Text.RegularExpressions.RegexOptions.Singleline);
    }
}
