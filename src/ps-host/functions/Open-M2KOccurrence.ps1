function Open-M2KOccurrence {
    # One occurrence of a saved series, or $null if it was deleted already. At: its start by the pattern, on the machine's clock; Date: the
    # same day in the zone of the series. The exceptions are asked first: GetOccurrence fails where one was moved away, and gives
    # another one that was moved there (reference: object model 4.6).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Pattern,
        [Parameter(Mandatory)] [datetime] $At,
        [Parameter(Mandatory)] [datetime] $Date
    )

    $deleted = $false
    $exceptions = Get-M2KMember -Outlook $Outlook -Object $Pattern -Name 'Exceptions'
    try {
        $count = Get-M2KMember -Outlook $Outlook -Object $exceptions -Name 'Count'
        for ($number = 1; $number -le $count; $number++) {
            $exception = $exceptions.Item($number)
            try {
                $original = Get-M2KMember -Outlook $Outlook -Object $exception -Name 'OriginalDate'
                if (Get-M2KMember -Outlook $Outlook -Object $exception -Name 'Deleted') {
                    $deleted = $deleted -or $original.Date -eq $Date.Date
                } elseif ($original -eq $At) {
                    return , (Get-M2KMember -Outlook $Outlook -Object $exception -Name 'AppointmentItem')
                }
            } finally {
                Clear-M2KComObject $exception
            }
        }
    } finally {
        Clear-M2KComObject $exceptions
    }
    if ($deleted) {
        return $null
    }
    return , $Pattern.GetOccurrence($At)
}
