using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace M2K.Lab.Outlook;

/// <summary>Patterns by the thousand for a test: through the members and the checks of a save, past the file.</summary>
internal static class LabExpansion
{
    private static readonly string[] Members =
        ["RecurrenceType", "Interval", "DayOfWeekMask", "DayOfMonth", "MonthOfYear", "Instance", "PatternStartDate", "PatternEndDate", "NoEndDate", "Occurrences"];

    public static string All(Profile profile, string json) =>
        new JsonArray([.. JsonNode.Parse(json)!.AsArray().Select(one => (JsonNode)Expand(profile, one!))]).ToJsonString();

    private static JsonObject Expand(Profile profile, JsonNode one)
    {
        try
        {
            var folder = (Folder)profile.Application.NameSpace.GetDefaultFolder(9)!;
            var item = (AppointmentItem)((Items)folder.Items!).Add(1)!;
            item.Start = DateTime.Parse((string)one["start"]!, CultureInfo.InvariantCulture);
            item.Duration = (int)one["minutes"]!;
            var pattern = (RecurrencePattern)item.GetRecurrencePattern()!;
            foreach (var pair in one["set"]!.AsArray())
            {
                typeof(RecurrencePattern).GetProperty((string)pair![0]!)!.SetValue(pattern, Value(pair[1]!));
            }

            item.Record.Pattern = PatternRules.OnSave(item.Record.Pattern!, profile.Settings);
            PatternRules.AnchorTo(item.Record, profile.Settings);
            var before = DateTime.Parse((string)one["before"]!, CultureInfo.InvariantCulture);
            var dates = Expansion.Dates(item.Record.Pattern, profile.Settings.FirstDayOfWeek).TakeWhile(date => date < before);
            return new JsonObject
            {
                ["dates"] = new JsonArray([.. dates.Select(date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))]),
                ["members"] = new JsonObject(Members.Select(name => KeyValuePair.Create(name, Node(typeof(RecurrencePattern).GetProperty(name)!.GetValue(pattern))))),
            };
        }
        catch (Exception failure)
        {
            var cause = failure is TargetInvocationException { InnerException: { } inner } ? inner : failure;
            return new JsonObject { ["error"] = $"0x{cause.HResult:X8} {cause.Message}" };
        }
    }

    private static object? Value(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => (int)node,
        _ => DateTime.Parse(((string)node!)[1..], CultureInfo.InvariantCulture),
    };

    private static JsonNode? Node(object? value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        DateTime date => JsonValue.Create("@" + date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        _ => null,
    };
}
