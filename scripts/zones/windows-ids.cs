// What ICU's copy of CLDR windowsZones says, asked through .NET. On stdin: one IANA id a line. On stdout: `id TAB Windows id`
// for each, then `=Windows id TAB IANA id of territory 001`, then `icu TAB library`. Run by generate.mjs.
using System.Diagnostics;

var found = new SortedSet<string>(StringComparer.Ordinal);
while (Console.ReadLine() is { } id)
{
    if (!TimeZoneInfo.TryConvertIanaIdToWindowsId(id, out var windows)) continue;
    found.Add(windows);
    Console.WriteLine($"{id}\t{windows}");
}

foreach (var windows in found)
{
    if (TimeZoneInfo.TryConvertWindowsIdToIanaId(windows, out var zone)) Console.WriteLine($"={windows}\t{zone}");
}

var icu = Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Select(module => module.ModuleName)
    .FirstOrDefault(name => name.StartsWith("libicuuc", StringComparison.Ordinal));
Console.WriteLine($"icu\t{icu}");
