function New-M2KTaskFailure {
    # What the Task Scheduler said no to; its text is in the language of Windows.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([Parameter(Mandatory)] [System.Management.Automation.ErrorRecord] $ErrorRecord)

    $cause = $ErrorRecord.Exception.GetBaseException()
    return New-M2KFailure -Code 'Refused' -Message $cause.Message -Detail @{ reason = 'scheduler'; hresult = '0x{0:X8}' -f $cause.HResult }
}
