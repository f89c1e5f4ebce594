function Get-M2KPeople {
    # Who meets: the organizer and the recipients of a meeting; $null for an appointment that is none, whose guarded members are not asked for.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item
    )

    if ((Get-M2KMember -Outlook $Outlook -Object $Item -Name 'MeetingStatus') -eq 0) {
        return $null
    }
    $list = New-Object -TypeName System.Collections.ArrayList
    $recipients = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'Recipients'
    try {
        $count = Get-M2KMember -Outlook $Outlook -Object $recipients -Name 'Count'
        for ($n = 1; $n -le $count; $n++) {
            $recipient = $recipients.Item($n)
            try {
                [void] $list.Add((Get-M2KRecipient -Outlook $Outlook -Recipient $recipient))
            } finally {
                Clear-M2KComObject $recipient
            }
        }
        return [ordered]@{ organizer = Get-M2KOrganizer -Outlook $Outlook -Item $Item; recipients = $list }
    } finally {
        Clear-M2KComObject $recipients
    }
}
