namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Which PowerShell the process stands in for. Set once, before the runspace opens.</summary>
public static class LabEdition
{
    /// <summary>True: Windows PowerShell 5.1's manners (JSON, encodings, no newer parameters). False: those of 7.6.</summary>
    public static bool IsDesktop { get; private set; }

    /// <exception cref="ArgumentException">The name is neither Core nor Desktop.</exception>
    internal static void Choose(string? name)
    {
        IsDesktop = name switch
        {
            null or "" => false,
            _ when name.Equals("Core", StringComparison.OrdinalIgnoreCase) => false,
            _ when name.Equals("Desktop", StringComparison.OrdinalIgnoreCase) => true,
            _ => throw new ArgumentException($"The edition '{name}' is unknown. Use Core or Desktop."),
        };
    }
}
