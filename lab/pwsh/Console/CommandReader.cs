using System.Text;

namespace M2K.Lab.Pwsh.Console;

/// <summary>
/// Reads lines character by character, so that a command is run as soon as its line end has come.
/// CR, LF and CRLF each end one line; the LF of a CRLF may come later than its CR.
/// </summary>
internal sealed class CommandReader(TextReader input)
{
    private bool afterCarriageReturn;

    /// <summary>The next line without its end, or null at the end of the input. A last line without an end counts.</summary>
    public string? ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            var read = input.Read();
            if (read < 0) { return line.Length == 0 ? null : line.ToString(); }
            var c = (char)read;
            var skip = c == '\n' && afterCarriageReturn;
            afterCarriageReturn = c == '\r';
            if (skip) { continue; }
            if (c is '\r' or '\n') { return line.ToString(); }
            line.Append(c);
        }
    }
}
