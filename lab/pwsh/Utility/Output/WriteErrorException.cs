namespace Microsoft.PowerShell.Commands;

/// <summary>What Write-Error throws when it is given a message only.</summary>
public class WriteErrorException(string? message) : SystemException(message);
