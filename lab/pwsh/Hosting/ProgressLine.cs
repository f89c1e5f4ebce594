using System.Management.Automation;
using Con = System.Console;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>One line of progress at the bottom of the terminal, gone as soon as anything else is written.</summary>
internal sealed class ProgressLine
{
    private bool shown;

    public void Show(ProgressRecord record)
    {
        Hide();
        if (record.RecordType == ProgressRecordType.Completed) { return; }
        var percent = record.PercentComplete >= 0 ? $" {record.PercentComplete}%" : "";
        var text = $"{record.Activity} [{record.StatusDescription}{percent}] {record.CurrentOperation}".TrimEnd();
        var width = Math.Max(Con.WindowWidth - 1, 20);
        Con.Out.Write(text.Length > width ? text[..width] : text);
        shown = true;
    }

    public void Hide()
    {
        if (!shown) { return; }
        shown = false;
        Con.Out.Write("\r\u001b[K");
    }
}
