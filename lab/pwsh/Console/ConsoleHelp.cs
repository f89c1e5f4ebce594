namespace M2K.Lab.Pwsh.Console;

/// <summary>What -Help prints.</summary>
internal static class ConsoleHelp
{
    public const string Text = """

        Usage: m2k-pwsh [-Login] [[-File] <filePath> [args]]
                        [-Command { - | <script-text> [args] }]
                        [-EncodedCommand <Base64EncodedCommand>] [-ExecutionPolicy <policy>]
                        [-Help] [-Interactive] [-Mta | -Sta] [-NoExit] [-NoLogo]
                        [-NonInteractive] [-NoProfile] [-Version] [-WorkingDirectory <folder>]
                        [-M2KEdition Core|Desktop] [-M2KLanguage FullLanguage|ConstrainedLanguage]
                        [-M2KTrusted <folders>]

        A stand-in for pwsh, for the project's own tests. See README.md beside its source.


        """;
}
