function Get-M2KListMember {
    # ListMember of protocol.ts: the members of a distribution list. All of it is guarded (reference: object model 6.2).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $List,
        # The property that holds the SMTP address of a member of Exchange.
        [Parameter(Mandatory)] [string] $Smtp
    )

    $found = New-Object -TypeName System.Collections.ArrayList
    $count = Get-M2KMember -Outlook $Outlook -Object $List -Name 'MemberCount'
    for ($i = 1; $i -le $count; $i++) {
        $member = $null
        try {
            $member = $List.GetMember($i)
            $address = [string] (Get-M2KMember -Outlook $Outlook -Object $member -Name 'Address')
            $known = ''
            if ($address.IndexOf('@') -lt 0) {
                $known = [string] (Get-M2KProperty -Outlook $Outlook -Object $member -Schema $Smtp)
            }
            [void] $found.Add([ordered]@{
                name    = [string] (Get-M2KMember -Outlook $Outlook -Object $member -Name 'Name')
                address = $address
                smtp    = $known
            })
        } catch {
            throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member 'GetMember')
        } finally {
            Clear-M2KComObject $member
        }
    }
    return , $found
}
