namespace M2K.Lab.Pwsh.Hosting;

/// <summary>$Host.PrivateData as the real console shows it.</summary>
public sealed class HostColours
{
    public ConsoleColor ErrorForegroundColor { get; set; } = ConsoleColor.Red;
    public ConsoleColor ErrorBackgroundColor { get; set; } = ConsoleColor.Black;
    public ConsoleColor WarningForegroundColor { get; set; } = ConsoleColor.Yellow;
    public ConsoleColor WarningBackgroundColor { get; set; } = ConsoleColor.Black;
    public ConsoleColor DebugForegroundColor { get; set; } = ConsoleColor.Yellow;
    public ConsoleColor DebugBackgroundColor { get; set; } = ConsoleColor.Black;
    public ConsoleColor VerboseForegroundColor { get; set; } = ConsoleColor.Yellow;
    public ConsoleColor VerboseBackgroundColor { get; set; } = ConsoleColor.Black;
    public ConsoleColor ProgressForegroundColor { get; set; } = ConsoleColor.Black;
    public ConsoleColor ProgressBackgroundColor { get; set; } = ConsoleColor.Yellow;
}
