namespace Microsoft.PowerShell.Commands;

/// <summary>What ConvertFrom-Json makes of text that looks like an ISO 8601 date.</summary>
public enum JsonDateKind
{
    Default,
    Local,
    Utc,
    Offset,
    String,
}
