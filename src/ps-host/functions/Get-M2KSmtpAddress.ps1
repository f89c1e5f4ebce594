function Get-M2KSmtpAddress {
    # SMTP address of a recipient's or organizer's AddressEntry (reference: object model 3.4): Exchange users have another one in Address.
    # '' where there is none to know, $null where the address book that knows it does not answer.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [AllowNull()] [object] $Entry
    )

    if ($null -eq $Entry) {
        return ''
    }
    $user = $null
    try {
        # OlAddressEntryUserType: 0 and 5 are users of Exchange, the latter of another organisation.
        $kind = Get-M2KMember -Outlook $Outlook -Object $Entry -Name 'AddressEntryUserType'
        if (@(0, 5) -contains $kind) {
            $user = $Entry.GetExchangeUser()
            if ($null -eq $user) {
                return $null
            }
            return Get-M2KMember -Outlook $Outlook -Object $user -Name 'PrimarySmtpAddress'
        }
        $address = [string] (Get-M2KMember -Outlook $Outlook -Object $Entry -Name 'Address')
        if ($address.Contains('@')) {
            return $address
        }
        return ''
    } finally {
        Clear-M2KComObject $user
    }
}
