function Rename-M2KFolder {
    # Another name for a folder, which takes effect at once. AlreadyThere where another folder beside it has that name in any case: whether
    # Outlook refuses a second one is not documented (reference: object model 1.5).
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $EntryId,
        [Parameter(Mandatory)] [string] $StoreId,
        [Parameter(Mandatory)] [string] $Name
    )

    $object = $null
    $parent = $null
    $folders = $null
    $folder = $null
    try {
        $object = Open-M2KFolder -Outlook $Outlook -Folder @{ entryId = $EntryId; storeId = $StoreId }
        $own = Get-M2KMember -Outlook $Outlook -Object $object -Name 'EntryID'
        $parent = Get-M2KMember -Outlook $Outlook -Object $object -Name 'Parent'
        $folders = Get-M2KMember -Outlook $Outlook -Object $parent -Name 'Folders'
        for ($i = Get-M2KMember -Outlook $Outlook -Object $folders -Name 'Count'; $i -ge 1; $i--) {
            $folder = $folders.Item($i)
            if ((Get-M2KMember -Outlook $Outlook -Object $folder -Name 'Name') -eq $Name -and (Get-M2KMember -Outlook $Outlook -Object $folder -Name 'EntryID') -ne $own) {
                throw (New-M2KFailure -Code 'AlreadyThere' -Message 'Another folder has that name.')
            }
            Clear-M2KComObject $folder
            $folder = $null
        }
        Set-M2KMember -Outlook $Outlook -Object $object -Name 'Name' -Value $Name
        return ConvertTo-M2KFolderFact -Outlook $Outlook -Object $object
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $folder $folders $parent
        Clear-M2KComObject $object
    }
}
