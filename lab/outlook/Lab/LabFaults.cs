using System.Text.Json;

namespace M2K.Lab.Outlook;

/// <summary>The fault script, see FaultScript for the kinds.</summary>
public sealed class LabFaults : LabObject
{
    private static readonly JsonSerializerOptions Loose = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    internal LabFaults(Profile profile) : base(profile)
    {
    }

    public object? Count => Profile.Mailbox.Read().Faults.Count;

    /// <summary>
    /// Adds one: JSON with kind, and optionally member (pattern of Type.Member, nullCell: the column), item (EntryID), skip (matching calls let
    /// through in a process), times (0 = always), after, hResult (Int32), text. Returns its number.
    /// </summary>
    public object? Add(object? json) => Profile.Faults.Add(
        JsonSerializer.Deserialize<FaultRecord>(Text(json), Loose) ?? throw new ArgumentException("A fault is a JSON object."));

    public void Clear() => Profile.Faults.Clear();
}
