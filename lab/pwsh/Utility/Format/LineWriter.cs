using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>A writer that hands over whole lines.</summary>
internal sealed class LineWriter(Action<string> take) : TextWriter
{
    private readonly StringBuilder line = new();

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value) => line.Append(value);

    public override void Write(string? value) => line.Append(value);

    public override void WriteLine(string? value)
    {
        line.Append(value);
        WriteLine();
    }

    public override void WriteLine()
    {
        var whole = line.ToString();
        line.Clear();
        take(whole);
    }
}
