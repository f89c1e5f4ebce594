using System.Text;
using M2K.Lab.Pwsh.Hosting;
using Con = System.Console;

namespace M2K.Lab.Pwsh.Console;

/// <summary>
/// One line typed at a terminal: arrows, Home, End, Backspace, Delete, history, Tab completion. Ctrl+C gives the line up, Ctrl+D on an
/// empty line ends the input. Editing inside a line wider than the terminal is not supported.
/// </summary>
internal sealed class LineEditor(TabCompletion completion, LabUserInterface ui)
{
    private readonly List<string> history = [];
    private readonly StringBuilder line = new();
    private int cursor;
    private string shown = "";
    private int position;
    private int recalled;

    public bool Interrupted { get; private set; }

    /// <summary>The line; "" after Ctrl+C, with <see cref="Interrupted"/> set; null at the end of the input.</summary>
    public string? Read()
    {
        line.Clear();
        (cursor, shown, position, recalled, Interrupted) = (0, "", 0, history.Count, false);
        Con.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Con.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Enter) { return Finish(); }
                var control = key.Modifiers.HasFlag(ConsoleModifiers.Control);
                if (control && key.Key == ConsoleKey.D && line.Length == 0) { return null; }
                if (control && key.Key == ConsoleKey.C)
                {
                    Interrupted = true;
                    ui.WriteLine("^C");
                    return "";
                }
                Take(key);
                Draw();
            }
        }
        finally
        {
            Con.TreatControlCAsInput = false;
        }
    }

    private void Take(ConsoleKeyInfo key)
    {
        if (key.Key != ConsoleKey.Tab) { completion.Reset(); }
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: cursor = Math.Max(cursor - 1, 0); break;
            case ConsoleKey.RightArrow: cursor = Math.Min(cursor + 1, line.Length); break;
            case ConsoleKey.Home: cursor = 0; break;
            case ConsoleKey.End: cursor = line.Length; break;
            case ConsoleKey.UpArrow: Recall(-1); break;
            case ConsoleKey.DownArrow: Recall(1); break;
            case ConsoleKey.Escape: Replace(""); break;
            case ConsoleKey.Backspace when cursor > 0: line.Remove(--cursor, 1); break;
            case ConsoleKey.Delete when cursor < line.Length: line.Remove(cursor, 1); break;
            case ConsoleKey.Tab:
                if (completion.Next(line.ToString(), cursor, backwards: key.Modifiers.HasFlag(ConsoleModifiers.Shift)) is { } found)
                {
                    Replace(found.Line);
                    cursor = found.Cursor;
                }
                break;
            default:
                if (key.KeyChar >= ' ' && key.KeyChar != '\u007f') { line.Insert(cursor++, key.KeyChar); }
                break;
        }
    }

    private void Recall(int step)
    {
        var next = recalled + step;
        if (next < 0 || next > history.Count) { return; }
        recalled = next;
        Replace(next == history.Count ? "" : history[next]);
    }

    private void Replace(string text)
    {
        line.Clear().Append(text);
        cursor = line.Length;
    }

    private string Finish()
    {
        cursor = line.Length;
        Draw();
        ui.WriteLine();
        var text = line.ToString();
        if (text.Length > 0 && (history.Count == 0 || history[^1] != text)) { history.Add(text); }
        return text;
    }

    /// <summary>
    /// Shows the line: what was typed at its end is only added, so that pasted text may be wider than the terminal; any other change
    /// goes back to the first column and writes the line anew.
    /// </summary>
    private void Draw()
    {
        var raw = ui.RawUI;
        var text = line.ToString();
        var whole = raw.LengthInBufferCells(text);
        var before = raw.LengthInBufferCells(text[..cursor]);
        if (position == raw.LengthInBufferCells(shown) && before == whole && text.StartsWith(shown, StringComparison.Ordinal))
        {
            Con.Out.Write(text[shown.Length..]);
        }
        else
        {
            var blanks = Math.Max(raw.LengthInBufferCells(shown) - whole, 0);
            Con.Out.Write($"{Left(position)}{text}{new string(' ', blanks)}{Left(whole + blanks - before)}");
        }
        (shown, position) = (text, before);
    }

    private static string Left(int cells) => cells > 0 ? $"\u001b[{cells}D" : "";
}
