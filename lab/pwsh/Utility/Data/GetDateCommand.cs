using System.Globalization;
using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Date, without -UFormat.</summary>
[Cmdlet(VerbsCommon.Get, "Date", DefaultParameterSetName = "DateAndFormat")]
[OutputType(typeof(string), typeof(DateTime))]
public sealed class GetDateCommand : PSCmdlet, IDynamicParameters
{
    private readonly NewerParameters newer = new();

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("LastWriteTime")]
    public DateTime Date { get; set; }

    [Parameter]
    [ValidateRange(1, 9999)]
    public int Year { get; set; }

    [Parameter]
    [ValidateRange(1, 12)]
    public int Month { get; set; }

    [Parameter]
    [ValidateRange(1, 31)]
    public int Day { get; set; }

    [Parameter]
    [ValidateRange(0, 23)]
    public int Hour { get; set; }

    [Parameter]
    [ValidateRange(0, 59)]
    public int Minute { get; set; }

    [Parameter]
    [ValidateRange(0, 59)]
    public int Second { get; set; }

    [Parameter]
    [ValidateRange(0, 999)]
    public int Millisecond { get; set; }

    [Parameter]
    public DisplayHintType DisplayHint { get; set; } = DisplayHintType.DateTime;

    [Parameter(ParameterSetName = "DateAndFormat")]
    public string? Format { get; set; }

    public object? GetDynamicParameters() => LabEdition.IsDesktop ? null : newer;

    protected override void ProcessRecord()
    {
        var date = Given(nameof(Date)) ? Date
            : Given(nameof(NewerParameters.UnixTimeSeconds)) ? DateTimeOffset.FromUnixTimeSeconds(newer.UnixTimeSeconds).LocalDateTime
            : DateTime.Now;
        if (Given(nameof(Year))) { date = date.AddYears(Year - date.Year); }
        if (Given(nameof(Month))) { date = date.AddMonths(Month - date.Month); }
        if (Given(nameof(Day))) { date = date.AddDays(Day - date.Day); }
        if (Given(nameof(Hour))) { date = date.AddHours(Hour - date.Hour); }
        if (Given(nameof(Minute))) { date = date.AddMinutes(Minute - date.Minute); }
        if (Given(nameof(Second))) { date = date.AddSeconds(Second - date.Second); }
        if (Given(nameof(Millisecond)))
        {
            date = date.AddMilliseconds(Millisecond - date.Millisecond);
            date = date.AddTicks(-(date.Ticks % TimeSpan.TicksPerMillisecond));
        }
        if (newer.AsUTC) { date = date.ToUniversalTime(); }
        if (Format is null)
        {
            var result = new PSObject(date);
            result.Properties.Add(new PSNoteProperty("DisplayHint", DisplayHint));
            WriteObject(result);
            return;
        }
        WriteObject(Format.ToUpperInvariant() switch
        {
            "FILEDATE" => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            "FILEDATEUNIVERSAL" => date.ToUniversalTime().ToString("yyyyMMddZ", CultureInfo.InvariantCulture),
            "FILEDATETIME" => date.ToString("yyyyMMddTHHmmssffff", CultureInfo.InvariantCulture),
            "FILEDATETIMEUNIVERSAL" => date.ToUniversalTime().ToString("yyyyMMddTHHmmssffffZ", CultureInfo.InvariantCulture),
            _ => date.ToString(Format, CultureInfo.CurrentCulture),
        });
    }

    private bool Given(string name) => MyInvocation.BoundParameters.ContainsKey(name);

    /// <summary>What 7.x has and 5.1 lacks.</summary>
    public sealed class NewerParameters
    {
        [Parameter]
        [Alias("UnixTime")]
        public long UnixTimeSeconds { get; set; }

        [Parameter]
        public SwitchParameter AsUTC { get; set; }
    }
}
