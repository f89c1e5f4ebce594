function Get-M2KRecipient {
    # RecipientRecord of protocol.ts.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Recipient
    )

    $entry = Get-M2KMember -Outlook $Outlook -Object $Recipient -Name 'AddressEntry'
    try {
        return [ordered]@{
            name     = [string] (Get-M2KMember -Outlook $Outlook -Object $Recipient -Name 'Name')
            address  = Get-M2KSmtpAddress -Outlook $Outlook -Entry $entry
            type     = Get-M2KMember -Outlook $Outlook -Object $Recipient -Name 'Type'
            response = Get-M2KMember -Outlook $Outlook -Object $Recipient -Name 'MeetingResponseStatus'
        }
    } finally {
        Clear-M2KComObject $entry
    }
}
