function Get-M2KOrganizer {
    # Who a meeting is from, as name and SMTP address; $null where that is nobody. A $null address is one that its address book does not tell.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item
    )

    if ($script:Desk.Major -lt 14) {
        # GetOrganizer is of 2010, and calling it in 2007 is said to crash it: "sent representing" has the same (reference: object model 1.6).
        $tag = 'http://schemas.microsoft.com/mapi/proptag/0x'
        $name = Get-M2KProperty -Outlook $Outlook -Object $Item -Schema "${tag}0042001F"
        if ([string]::IsNullOrEmpty($name)) {
            return $null
        }
        # An address of Exchange is a name in its directory, no SMTP address.
        $isSmtp = (Get-M2KProperty -Outlook $Outlook -Object $Item -Schema "${tag}0064001F") -eq 'SMTP'
        $address = if ($isSmtp) { Get-M2KProperty -Outlook $Outlook -Object $Item -Schema "${tag}0065001F" } else { $null }
        return [ordered]@{ name = $name; address = $address }
    }
    $entry = $Item.GetOrganizer()
    if ($null -eq $entry) {
        return $null
    }
    try {
        return [ordered]@{
            name    = [string] (Get-M2KMember -Outlook $Outlook -Object $entry -Name 'Name')
            address = Get-M2KSmtpAddress -Outlook $Outlook -Entry $entry
        }
    } finally {
        Clear-M2KComObject $entry
    }
}
