using System.Management.Automation.Runspaces;
using System.Text;

namespace M2K.Lab.Pwsh.Console;

/// <summary>
/// Reads the switches as pwsh 7.6 does: '-', '--' or '/' in front, any prefix from the shortest allowed one,
/// and the first word that is no switch begins the script file and its arguments.
/// </summary>
internal sealed class CommandLineParser(string[] args)
{
    private readonly ConsoleOptions options = new();
    private int at;
    private bool noExitSeen;

    public ConsoleOptions Parse()
    {
        for (at = 0; at < args.Length && options.Error is null; at++)
        {
            var word = args[at].Trim();
            if (word.Length == 0) { continue; }
            if (!IsDash(word[0]) && word[0] != '/')
            {
                ReadFile(args[at]);
                break;
            }
            var name = word[1..];
            if (name.Length > 0 && IsDash(name[0])) { name = name[1..]; }
            if (Matches(name, "version", 1))
            {
                options.ShowVersion = true;
                break;
            }
            ReadSwitch(name);
        }
        return options;
    }

    private void ReadSwitch(string name)
    {
        if (Matches(name, "help", 1) || name == "?") { options.ShowHelp = true; }
        else if (Matches(name, "login", 1)) { /* does nothing in the real console either, once it has started */ }
        else if (Matches(name, "noexit", 3)) { options.NoExit = noExitSeen = true; }
        else if (Matches(name, "noprofile", 3)) { options.NoProfile = true; }
        else if (Matches(name, "nologo", 3)) { options.ShowBanner = false; }
        else if (Matches(name, "noninteractive", 4)) { options.NonInteractive = true; }
        else if (Matches(name, "interactive", 1)) { options.NonInteractive = false; }
        else if (Matches(name, "command", 1)) { ReadCommand(); }
        else if (Matches(name, "file", 1)) { if (Next("-File needs a script file.") is { } file) { ReadFile(file); } }
        else if (Matches(name, "outputformat", 1) || Matches(name, "of", 1)) { ReadFormat(); }
        else if (Matches(name, "inputformat", 3) || Matches(name, "if", 2)) { ReadFormat(); }
        else if (Matches(name, "executionpolicy", 2) || Matches(name, "ep", 2)) { options.ExecutionPolicy = Next("-ExecutionPolicy needs a policy name."); }
        else if (Matches(name, "encodedcommand", 1) || Matches(name, "ec", 1)) { ReadEncodedCommand(); }
        else if (Matches(name, "sta", 3)) { SetApartment(true); }
        else if (Matches(name, "mta", 3)) { SetApartment(false); }
        else if (Matches(name, "workingdirectory", 2) || Matches(name, "wd", 2)) { options.WorkingDirectory = Next("-WorkingDirectory needs a folder."); }
        else if (Matches(name, "windowstyle", 1)) { ReadWindowStyle(); }
        else if (Matches(name, "m2kedition", 4)) { options.Edition = Next("-M2KEdition needs Core or Desktop."); }
        else if (Matches(name, "m2klanguage", 4)) { options.LanguageMode = Next("-M2KLanguage needs FullLanguage or ConstrainedLanguage."); }
        else if (Matches(name, "m2ktrusted", 4)) { options.Trusted = Next("-M2KTrusted needs a list of folders."); }
        else { ReadFile(args[at]); }
    }

    private void ReadCommand()
    {
        if (options.Command is not null) { options.Fail("Cannot process the command because a command is already specified with -Command or -EncodedCommand."); return; }
        if (Next("Cannot process the command because of a missing parameter. A command must follow -Command.") is not { } first) { return; }
        options.ShowBanner = false;
        if (first != "-")
        {
            options.Command = string.Join(' ', args[at..]);
            at = args.Length;
            options.NoExit = noExitSeen;
            return;
        }
        options.ReadCommandsFromStdin = options.NoPrompt = true;
        if (at + 1 != args.Length) { options.Fail("'-' was specified with the -Command parameter; no other arguments to -Command are permitted."); }
        else if (!System.Console.IsInputRedirected) { options.Fail("'-' was specified as the argument to -Command but standard input has not been redirected for this process."); }
    }

    private void ReadEncodedCommand()
    {
        if (options.Command is not null) { options.Fail("Cannot process the command because a command is already specified with -Command or -EncodedCommand."); return; }
        if (Next("Cannot process the command because of a missing parameter. A command must follow -EncodedCommand.") is not { } text) { return; }
        try
        {
            options.Command = Encoding.Unicode.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            options.Fail("Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded.");
        }
        options.ShowBanner = false;
        options.NoExit = noExitSeen;
    }

    private void ReadFile(string file)
    {
        options.ShowBanner = options.ShowBanner && noExitSeen;
        if (file == "-")
        {
            options.ReadCommandsFromStdin = true;
            at = args.Length;
            return;
        }
        options.NoExit = noExitSeen;
        var path = Path.GetFullPath(OperatingSystem.IsWindows() ? file.Replace('/', '\\') : file.Replace('\\', '/'));
        if (!System.IO.File.Exists(path))
        {
            options.Fail($"The argument '{file}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
            return;
        }
        options.File = path;
        options.Arguments.AddRange(ScriptArguments.Read(args[(at + 1)..]));
        at = args.Length;
    }

    private void ReadFormat()
    {
        if (Next("The format needs a value: Text or XML.") is { } format && !format.Equals("text", StringComparison.OrdinalIgnoreCase))
        {
            options.Fail($"This console knows the format Text only, not '{format}'.");
        }
    }

    private void ReadWindowStyle()
    {
        if (!OperatingSystem.IsWindows()) { options.Fail("The -WindowStyle parameter is not implemented on this platform."); return; }
        Next("-WindowStyle needs a value.");
    }

    private void SetApartment(bool sta)
    {
        if (!OperatingSystem.IsWindows()) { options.Fail($"The {(sta ? "-STA" : "-MTA")} parameter is not supported on this platform."); return; }
        if (options.Sta.HasValue) { options.Fail("-Sta and -Mta exclude each other."); return; }
        options.Sta = sta;
    }

    private string? Next(string whenMissing)
    {
        if (at + 1 < args.Length) { return args[++at]; }
        options.Fail(whenMissing);
        return null;
    }

    private static bool Matches(string given, string name, int shortest) =>
        given.Length >= shortest && name.StartsWith(given, StringComparison.OrdinalIgnoreCase);

    private static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014' or '\u2015';
}
