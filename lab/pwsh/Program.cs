using M2K.Lab.Pwsh.Console;
using M2K.Lab.Pwsh.Hosting;

namespace M2K.Lab.Pwsh;

internal static class Program
{
    public static int Main(string[] args)
    {
        var options = new CommandLineParser(args).Parse();
        return new ConsoleSession(options).Run();
    }
}
