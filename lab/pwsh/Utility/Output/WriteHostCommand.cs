using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Write-Host: an information record that the host shows at once.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromRemainingArguments = true, ValueFromPipeline = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object Separator { get; set; } = " ";

    [Parameter]
    public ConsoleColor? ForegroundColor { get; set; }

    [Parameter]
    public ConsoleColor? BackgroundColor { get; set; }

    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage
        {
            Message = Text(Object) ?? "",
            NoNewLine = NoNewline,
            ForegroundColor = ForegroundColor ?? Host.UI.RawUI.ForegroundColor,
            BackgroundColor = BackgroundColor ?? Host.UI.RawUI.BackgroundColor,
        };
        WriteInformation(message, ["PSHOST"]);
    }

    private string? Text(object? value)
    {
        switch (value)
        {
            case null: return null;
            case string text: return text.Length == 0 ? null : text;
            case PSObject wrapped when wrapped.BaseObject is string or IEnumerable: return Text(wrapped.BaseObject);
            case IEnumerable list and not IDictionary:
                return string.Join(Separator?.ToString(), list.Cast<object?>().Select(Text).Where(text => text is not null));
            default: return LanguagePrimitives.ConvertTo<string>(value);
        }
    }
}
