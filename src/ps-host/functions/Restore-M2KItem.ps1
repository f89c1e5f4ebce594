function Restore-M2KItem {
    # Moves an item that lies in Deleted Items back into its folder, with all that Outlook keeps of it; its id may change (reference: object model 8.1).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [string] $Id = '',
        [AllowNull()] [hashtable] $Mark
    )

    $item = $null
    $object = $null
    $moved = $null
    try {
        $found = Find-M2KItem -Outlook $Outlook -Folder $Folder -Id $Id -Mark $Mark -OnlyDeleted
        if ($null -eq $found.id -or $found.at -ne 'deleted') {
            return @{ id = $null }
        }
        $item = (Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $found.id).Item
        $object = Open-M2KFolder -Outlook $Outlook -Folder $Folder
        $moved = $item.Move($object)
        return @{ id = (Get-M2KMember -Outlook $Outlook -Object $moved -Name 'EntryID') }
    } catch {
        $failure = (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused').TargetObject
        throw (New-M2KFailure -Code $failure.code -Message $failure.message -Detail $failure)
    } finally {
        Clear-M2KComObject $moved $item $object
    }
}
