using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace M2K.Lab.Outlook;

/// <summary>Settings to and from JSON, with names and readings checked: a misspelt switch must not pass for the default.</summary>
internal static class SettingsText
{
    private static readonly PropertyInfo[] Rows = typeof(Settings).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static JsonObject ToJson(Settings settings) => JsonSerializer.SerializeToNode(settings)!.AsObject();

    /// <summary>Lays <paramref name="changes"/> over a base; names are matched without regard to case.</summary>
    public static Settings With(Settings settings, JsonObject changes)
    {
        var whole = ToJson(settings);
        foreach (var (name, value) in changes)
        {
            if (string.Equals(name, "Seed", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var row = Rows.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException("lab/outlook has no setting '" + name + "'. See lab/outlook/Lab/Settings.cs.");
            var readings = row.GetCustomAttribute<SwitchAttribute>()?.Readings ?? [];
            if (readings.Count > 0 && !readings.Contains(value?.GetValue<string>()))
            {
                throw new ArgumentException("Setting " + row.Name + " is one of: " + string.Join(", ", readings) + ".");
            }

            whole[row.Name] = value?.DeepClone();
        }

        return whole.Deserialize<Settings>()!;
    }

    /// <summary>Reads a JSON text of changes; an integer member "Seed" draws the switches first.</summary>
    public static Settings Parse(Settings settings, string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return settings;
        }

        var changes = JsonNode.Parse(json)!.AsObject();
        var seed = changes.FirstOrDefault(p => string.Equals(p.Key, "Seed", StringComparison.OrdinalIgnoreCase)).Value;
        return With(seed is null ? settings : Draw(settings, seed.GetValue<int>()), changes);
    }

    public static Settings Seeded(int seed) => Draw(new Settings(), seed);

    private static Settings Draw(Settings settings, int seed)
    {
        if (seed == 0)
        {
            return settings;
        }

        var state = unchecked((uint)seed * 2654435761u) | 1u;
        var drawn = new JsonObject();
        foreach (var row in Rows)
        {
            if (row.GetCustomAttribute<SwitchAttribute>() is { } one)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                drawn[row.Name] = one.Readings.Count == 0
                    ? JsonValue.Create((state >> 8) % 2 == 1)
                    : JsonValue.Create(one.Readings[(int)((state >> 8) % (uint)one.Readings.Count)]);
            }
        }

        return With(settings, drawn);
    }
}
