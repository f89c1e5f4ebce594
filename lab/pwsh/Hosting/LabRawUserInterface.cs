using System.Management.Automation.Host;
using Con = System.Console;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Size, colours and keys of the terminal. Where there is none, a screen of 120 by 50 characters.</summary>
internal sealed class LabRawUserInterface : PSHostRawUserInterface
{
    private static readonly Size NoTerminal = new(120, 50);

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override int CursorSize { get; set; } = 25;
    public override string WindowTitle { get; set; } = "m2k-pwsh";
    public override Coordinates WindowPosition { get; set; }

    public override Size BufferSize
    {
        get
        {
            if (Con.IsOutputRedirected) { return NoTerminal; }
            try
            {
                return Con.WindowWidth > 0 ? new Size(Con.WindowWidth, Math.Max(Con.WindowHeight, 1)) : NoTerminal;
            }
            catch (IOException)
            {
                return NoTerminal;
            }
        }
        set { }
    }

    public override Size WindowSize { get => BufferSize; set { } }
    public override Size MaxWindowSize => BufferSize;
    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Coordinates CursorPosition
    {
        get => Con.IsOutputRedirected ? default : new Coordinates(Con.CursorLeft, Con.CursorTop);
        set { if (!Con.IsOutputRedirected) { Con.SetCursorPosition(value.X, value.Y); } }
    }

    public override bool KeyAvailable => !Con.IsInputRedirected && Con.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Con.IsInputRedirected) { throw new InvalidOperationException("A key can be read from a terminal only; standard input is redirected."); }
        var key = Con.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, 0, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable) { Con.ReadKey(intercept: true); }
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => ClearIfWhole();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => ClearIfWhole();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) =>
        throw new NotSupportedException("The screen's contents cannot be read back.");

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException("The screen's contents cannot be moved.");

    private static void ClearIfWhole()
    {
        if (!Con.IsOutputRedirected) { Con.Clear(); }
    }
}
