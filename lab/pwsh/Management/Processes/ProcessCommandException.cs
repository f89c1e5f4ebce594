namespace Microsoft.PowerShell.Commands;

/// <summary>A process that is not there or cannot be ended.</summary>
public sealed class ProcessCommandException(string message, Exception? inner = null) : SystemException(message, inner);
