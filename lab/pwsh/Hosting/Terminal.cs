using System.Text;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>The process's own standard streams: what they are connected to, and how text is written to them.</summary>
internal static class Terminal
{
    /// <summary>True only if stdout is a terminal that understands escape sequences and nobody has forbidden colour.</summary>
    public static bool Colour { get; } =
        !System.Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb"
        && (OperatingSystem.IsWindows() || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TERM")));

    /// <summary>Redirected output is UTF-8 without a byte order mark on every platform.</summary>
    public static void UseUtf8()
    {
        if (!OperatingSystem.IsWindows()) { return; }
        try
        {
            var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
            if (System.Console.IsOutputRedirected) { System.Console.OutputEncoding = utf8; }
            if (System.Console.IsInputRedirected) { System.Console.InputEncoding = utf8; }
        }
        catch (IOException)
        {
            // Without a console (DETACHED_PROCESS) the setters fail: "The handle is invalid".
        }
    }
}
