namespace Microsoft.PowerShell.Commands;

/// <summary>Which part of a date its default view shows.</summary>
public enum DisplayHintType
{
    Date,
    Time,
    DateTime,
}
