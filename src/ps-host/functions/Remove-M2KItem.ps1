function Remove-M2KItem {
    # Moves an item to Deleted Items, and finds it there: its id may have changed (reference: object model 8.1). Already gone is success.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [string] $Id,
        [string] $Version = '',
        [AllowNull()] [hashtable] $Mark
    )

    $item = $null
    $object = $null
    $trash = $null
    $deleted = $false
    try {
        try {
            $item = Open-M2KItemToChange -Outlook $Outlook -Folder $Folder -Id $Id -Version $Version
        } catch {
            $failure = (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused').TargetObject
            if ($failure.code -ne 'NotFound') {
                throw
            }
            if ($failure['reason'] -eq 'elsewhere') {
                # Somebody put it away: that is no item of this folder any more, and not ours to delete.
                throw (New-M2KFailure -Code 'Stale' -Message 'The item is in another folder.')
            }
        }
        if ($null -ne $item) {
            $item.Delete()
            $deleted = $true
            Clear-M2KComObject $item
            $item = $null
        }
        $found = Find-M2KItem -Outlook $Outlook -Folder $Folder -Id $Id -Mark $Mark -OnlyDeleted
        return @{ trash = $found.id }
    } catch {
        $failure = (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused').TargetObject
        if ($deleted) {
            $failure.part = $true
        }
        throw (New-M2KFailure -Code $failure.code -Message $failure.message -Detail $failure)
    } finally {
        Clear-M2KComObject $item $trash $object
    }
}
