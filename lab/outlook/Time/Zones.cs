namespace M2K.Lab.Outlook;

/// <summary>Windows zones by their registry id. On Linux .NET computes them with ICU's data; on Windows (the desk) they are the registry's own.</summary>
internal static class Zones
{
    public static TimeZoneInfo Find(string id)
    {
        EnsureIcu();
        if (!IsWindowsId(id) || !TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            throw OutlookError.BadArgument("Unknown time zone '" + id + "'.");
        }

        return zone;
    }

    public static bool IsWindowsId(string id) =>
        id == "UTC" || (OperatingSystem.IsWindows()
            ? TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && !zone.HasIanaId
            : TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out _));

    /// <summary>Every Windows id this machine knows, in alphabetical order.</summary>
    public static IReadOnlyList<string> Ids() =>
        [.. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => TimeZoneInfo.TryConvertIanaIdToWindowsId(zone.Id, out var id) ? id : zone.Id)
            .Where(IsWindowsId)
            .Append("UTC")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)];

    public static DateTime FromUtc(DateTime utc, TimeZoneInfo zone) =>
        DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone), DateTimeKind.Unspecified);

    /// <summary>Wall time to UTC. Times in the DST gap and ambiguous ones are undocumented in Outlook (3.2), hence switches.</summary>
    public static DateTime ToUtc(DateTime wall, TimeZoneInfo zone, Settings settings)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(wall))
        {
            if (settings.GapTime == "error")
            {
                throw OutlookError.BadArgument("This time does not exist in the time zone.");
            }

            return DateTime.SpecifyKind(wall - zone.GetUtcOffset(wall.AddHours(-3)), DateTimeKind.Utc);
        }

        if (zone.IsAmbiguousTime(wall))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(wall);
            var offset = settings.AmbiguousTime == "daylight" ? offsets.Max() : offsets.Min();
            return DateTime.SpecifyKind(wall - offset, DateTimeKind.Utc);
        }

        return DateTime.SpecifyKind(wall - zone.GetUtcOffset(wall), DateTimeKind.Utc);
    }

    private static void EnsureIcu()
    {
        if (!OperatingSystem.IsWindows() && !TimeZoneInfo.TryConvertWindowsIdToIanaId("Taipei Standard Time", out _))
        {
            throw new PlatformNotSupportedException(
                "lab/outlook needs ICU for Windows time zones: install libicu and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }
}
