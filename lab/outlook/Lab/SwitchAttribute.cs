namespace M2K.Lab.Outlook;

/// <summary>Marks a setting as an open question of the reference ([?] or [G]) and lists its readings, the worse for us first.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SwitchAttribute(params string[] readings) : Attribute
{
    /// <summary>Empty for a Boolean switch.</summary>
    public IReadOnlyList<string> Readings { get; } = readings;
}
