function Resolve-M2KFailure {
    # Any error as one of the host's codes, by its HRESULT: messages are in the language of Outlook's user interface.
    # Otherwise: the code of an Outlook error that the list does not know ('Unreadable' while reading, 'Refused' while writing).
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.ErrorRecord] $ErrorRecord,
        [string] $Otherwise = 'HostBug',
        [string] $Member = ''
    )

    if ($ErrorRecord.FullyQualifiedErrorId -clike 'M2K.*') {
        return $ErrorRecord
    }
    $cause = $ErrorRecord.Exception.GetBaseException()
    $detail = @{ hresult = '0x{0:X8}' -f $cause.HResult }
    if ($Member -ne '') {
        $detail.member = $Member
    }
    $code = $script:HResults[$cause.HResult -band 0x0FFFFFFF]
    if ($null -ne $code) {
        return New-M2KFailure -Code $code -Message $cause.Message -Detail $detail
    }
    # An unknown method is named by its error only; it is ours, so Outlook is busy or dead (desk-rules.md 9).
    if ($ErrorRecord.FullyQualifiedErrorId -eq 'MethodNotFound' -and $script:Members.Call.Contains([string]$ErrorRecord.TargetObject)) {
        return New-M2KFailure -Code 'Busy' -Message $cause.Message -Detail @{ member = [string]$ErrorRecord.TargetObject; reason = 'member-unknown' }
    }
    if ($cause -is [System.Runtime.InteropServices.ExternalException] -or $Member -ne '') {
        return New-M2KFailure -Code $Otherwise -Message $cause.Message -Detail $detail
    }
    return New-M2KFailure -Code 'HostBug' -Message "$($cause.GetType().Name): $($cause.Message) $($ErrorRecord.ScriptStackTrace)"
}
