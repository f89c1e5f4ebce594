namespace M2K.Lab.Outlook;

/// <summary>The call counter: names are Type.Member, a setter Type.Member=.</summary>
public sealed class LabCalls : LabObject
{
    internal LabCalls(Profile profile) : base(profile)
    {
    }

    public object? Total => Profile.Calls.Total;

    /// <summary>Count of one name; "AppointmentItem.*" and "*.Save" add up.</summary>
    public object? Count(object? name) => Profile.Calls.Count(Text(name));

    /// <summary>Every counted name with its number, as JSON.</summary>
    public object? All() => System.Text.Json.JsonSerializer.Serialize(Profile.Calls.All);

    public void Reset() => Profile.Calls.Reset();
}
