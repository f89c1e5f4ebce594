function Move-M2KItem {
    # Moves an item to another folder, with all that Outlook keeps of it; its id may change (reference: object model 8.1).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [string] $Id,
        [Parameter(Mandatory)] [hashtable] $To
    )

    $item = $null
    $object = $null
    $moved = $null
    try {
        try {
            $item = Open-M2KItemToChange -Outlook $Outlook -Folder $Folder -Id $Id -Version ''
        } catch {
            if ((Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused').TargetObject.code -eq 'NotFound') {
                return @{ id = $null }
            }
            throw
        }
        $object = Open-M2KFolder -Outlook $Outlook -Folder $To
        $moved = $item.Move($object)
        return @{ id = (Get-M2KMember -Outlook $Outlook -Object $moved -Name 'EntryID') }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $moved $item $object
    }
}
