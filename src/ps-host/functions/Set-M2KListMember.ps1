function Set-M2KListMember {
    # Adds and removes members of a distribution list; the others keep their links. A name that does not resolve refuses the write.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $List,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Add,
        # By address, in any case.
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Remove
    )

    $namespace = $Outlook.GetNamespace('MAPI')
    $member = $null
    try {
        for ($i = Get-M2KMember -Outlook $Outlook -Object $List -Name 'MemberCount'; $i -ge 1 -and $Remove.Length -gt 0; $i--) {
            $member = $List.GetMember($i)
            if ($Remove -contains (Get-M2KMember -Outlook $Outlook -Object $member -Name 'Address')) {
                $List.RemoveMember($member)
            }
            Clear-M2KComObject $member
            $member = $null
        }
        foreach ($text in $Add) {
            $member = $namespace.CreateRecipient($text)
            if (-not $member.Resolve()) {
                throw (New-M2KFailure -Code 'Refused' -Message 'An address of the list does not resolve.' -Detail @{ reason = 'member-unresolved'; member = 'Resolve' })
            }
            $List.AddMember($member)
            Clear-M2KComObject $member
            $member = $null
        }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'AddMember')
    } finally {
        Clear-M2KComObject $member $namespace
    }
}
