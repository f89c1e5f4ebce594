using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Write-Error: a non-terminating error in the name of the calling function or script.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
public sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "WithException", Mandatory = true)]
    public Exception? Exception { get; set; }

    [Parameter(Position = 0, ParameterSetName = "NoException", Mandatory = true, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = "WithException")]
    [AllowNull]
    [AllowEmptyString]
    [Alias("Msg")]
    public string? Message { get; set; }

    [Parameter(Position = 0, ParameterSetName = "ErrorRecord", Mandatory = true)]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public string ErrorId { get; set; } = "";

    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    [Parameter]
    public string RecommendedAction { get; set; } = "";

    [Parameter]
    [Alias("Activity")]
    public string CategoryActivity { get; set; } = "";

    [Parameter]
    [Alias("Reason")]
    public string CategoryReason { get; set; } = "";

    [Parameter]
    [Alias("TargetName")]
    public string CategoryTargetName { get; set; } = "";

    [Parameter]
    [Alias("TargetType")]
    public string CategoryTargetType { get; set; } = "";

    protected override void ProcessRecord()
    {
        var record = ErrorRecord is null ? FromMessage() : new ErrorRecord(ErrorRecord, null);
        if (RecommendedAction.Length > 0)
        {
            record.ErrorDetails ??= new ErrorDetails(record.ToString());
            record.ErrorDetails.RecommendedAction = RecommendedAction;
        }
        if (CategoryActivity.Length > 0) { record.CategoryInfo.Activity = CategoryActivity; }
        if (CategoryReason.Length > 0) { record.CategoryInfo.Reason = CategoryReason; }
        if (CategoryTargetName.Length > 0) { record.CategoryInfo.TargetName = CategoryTargetName; }
        if (CategoryTargetType.Length > 0) { record.CategoryInfo.TargetType = CategoryTargetType; }
        if (GetVariableValue("MyInvocation") is InvocationInfo caller)
        {
            EngineInternals.AttributeTo(record, caller);
            if (CategoryActivity.Length == 0) { record.CategoryInfo.Activity = "Write-Error"; }
        }
        WriteError(record);
    }

    private ErrorRecord FromMessage()
    {
        var exception = Exception ?? new WriteErrorException(Message);
        var id = ErrorId.Length > 0 ? ErrorId : exception.GetType().FullName!;
        var record = new ErrorRecord(exception, id, Category, TargetObject);
        if (Exception is not null && !string.IsNullOrEmpty(Message)) { record.ErrorDetails = new ErrorDetails(Message); }
        return record;
    }
}
