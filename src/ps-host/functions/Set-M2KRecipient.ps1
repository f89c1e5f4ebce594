function Set-M2KRecipient {
    # Makes an item's recipients be those of the list, by address: others go, new ones come, who stays keeps the answer. An organizer among them
    # (type 0) is left alone. Nothing is sent: only Send does that (reference: object model 8.3).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $To
    )

    $wanted = @{}
    foreach ($one in $To) {
        $wanted[$one.address] = $one
    }
    $recipients = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'Recipients'
    $recipient = $null
    try {
        $count = Get-M2KMember -Outlook $Outlook -Object $recipients -Name 'Count'
        for ($n = $count; $n -ge 1; $n--) {
            $recipient = $recipients.Item($n)
            $now = Get-M2KRecipient -Outlook $Outlook -Recipient $recipient
            $address = ([string] $now.address).ToLowerInvariant()
            if ($wanted.ContainsKey($address)) {
                if ($now.type -ne $wanted[$address].type) {
                    Set-M2KMember -Outlook $Outlook -Object $recipient -Name 'Type' -Value $wanted[$address].type
                }
                $wanted.Remove($address)
            } elseif ($now.type -ne 0 -and $address -ne '') {
                $recipients.Remove($n)
            }
            Clear-M2KComObject $recipient
            $recipient = $null
        }
        foreach ($one in $To) {
            if ($wanted.ContainsKey($one.address)) {
                $recipient = $recipients.Add($one.add)
                Set-M2KMember -Outlook $Outlook -Object $recipient -Name 'Type' -Value $one.type
                [void] $recipient.Resolve()
                Clear-M2KComObject $recipient
                $recipient = $null
            }
        }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'Recipients')
    } finally {
        Clear-M2KComObject $recipient $recipients
    }
}
