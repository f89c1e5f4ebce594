function Write-M2KItem {
    # Makes an item (no id) or changes one: compares the version, does the steps in their order, fetches the item anew and reads it
    # (SaveAndReload, reference: object model 3.6). A failure says in 'part' that something of it was saved.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [string] $Id = '',
        [string] $Version = '',
        [Parameter(Mandatory)] [string] $MessageClass,
        [AllowNull()] [hashtable] $Unless,
        [Parameter(Mandatory)] [object[]] $Steps,
        [Parameter(Mandatory)] [hashtable] $Members
    )

    if ($Steps[-1].do -ne 'save') {
        throw (New-M2KFailure -Code 'BadRequest' -Message 'The last step of a write is its save.')
    }
    $state = @{ Item = $null; Id = $Id; Before = $Version; Saved = $false }
    $object = $null
    $items = $null
    try {
        if ($Id -eq '') {
            $object = Open-M2KFolder -Outlook $Outlook -Folder $Folder
            $there = Find-M2KMark -Outlook $Outlook -FolderObject $object -Mark $Unless
            if ($there -ne '') {
                throw (New-M2KFailure -Code 'AlreadyThere' -Message 'An item of the folder bears this mark.' -Detail @{ item = $there })
            }
            $items = Get-M2KMember -Outlook $Outlook -Object $object -Name 'Items'
            $state.Item = $items.Add($MessageClass)
        } else {
            $state.Item = Open-M2KItemToChange -Outlook $Outlook -Folder $Folder -Id $Id -Version $Version
        }
        foreach ($step in $Steps) {
            if ($null -eq $state.Item) {
                $state.Item = (Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $state.Id).Item
            }
            if ($step.do -eq 'save') {
                Save-M2KItem -Outlook $Outlook -Folder $Folder -State $state
            } elseif (@('deleteOccurrence', 'changeOccurrence') -contains $step.do) {
                Invoke-M2KOccurrence -Outlook $Outlook -Item $state.Item -Step $step
                $state.Saved = $true
                Clear-M2KComObject $state.Item
                $state.Item = $null
            } else {
                Invoke-M2KStep -Outlook $Outlook -Item $state.Item -Step $step
            }
        }
        $again = Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $state.Id
        $state.Item = $again.Item
        return Get-M2KItemRecord -Outlook $Outlook -Item $again.Item -Parent $again.Parent -Members $Members
    } catch {
        $failure = (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused').TargetObject
        if ($state.Saved) {
            $failure.part = $true
        }
        Undo-M2KItem -Item $state.Item
        throw (New-M2KFailure -Code $failure.code -Message $failure.message -Detail $failure)
    } finally {
        Clear-M2KComObject $state.Item $items $object
    }
}
