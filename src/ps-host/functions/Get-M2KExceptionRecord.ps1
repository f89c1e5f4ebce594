function Get-M2KExceptionRecord {
    # ExceptionRecord of protocol.ts for each of a pattern's Exceptions. One that cannot be read fails the item: an exception that is left out
    # would be an occurrence that comes back (reference: object model 4.5, 'this instance no longer exists').
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [object] $Pattern,
        [Parameter(Mandatory)] [hashtable] $Members
    )

    $exceptions = Get-M2KMember -Outlook $Outlook -Object $Pattern -Name 'Exceptions'
    try {
        $count = Get-M2KMember -Outlook $Outlook -Object $exceptions -Name 'Count'
        $files = $Members['attachments']
        $ofSeries = @()
        if ($null -ne $files -and $count -gt 0) {
            # An exception may show its series' files, each time anew: which there are, without what is in them (no file is that small).
            $ofSeries = @((Get-M2KAttachment -Outlook $Outlook -Item $Item -What @{ most = -65536; hidden = $files.hidden; flags = $files.flags }))
        }
        for ($number = 1; $number -le $count; $number++) {
            $exception = $null
            $own = $null
            try {
                $exception = $exceptions.Item($number)
                $record = [ordered]@{
                    deleted  = Get-M2KMember -Outlook $Outlook -Object $exception -Name 'Deleted'
                    original = Get-M2KMember -Outlook $Outlook -Object $exception -Name 'OriginalDate'
                }
                if (-not $record.deleted) {
                    $own = Get-M2KMember -Outlook $Outlook -Object $exception -Name 'AppointmentItem'
                    $record.plain = [ordered]@{}
                    foreach ($name in $Members.occurrence) {
                        $record.plain[$name] = Get-M2KMember -Outlook $Outlook -Object $own -Name $name
                    }
                    $record.zones = Get-M2KZoneId -Outlook $Outlook -Item $own -Names $Members.zones
                    if ($null -ne $files) {
                        $record.attachments = Get-M2KAttachment -Outlook $Outlook -Item $own -What $files -Known $ofSeries
                    }
                }
                $record
            } catch {
                $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member 'Exceptions'
                if ($failure.TargetObject['hresult'] -eq '0x80004005') {
                    throw (New-M2KFailure -Code 'Unreadable' -Message $failure.Exception.Message -Detail @{ reason = 'exception-unreadable'; hresult = '0x80004005'; member = 'Exceptions' })
                }
                throw $failure
            } finally {
                Clear-M2KComObject $own $exception
            }
        }
    } finally {
        Clear-M2KComObject $exceptions
    }
}
