function Initialize-M2KTrialFolder {
    # A new folder in a data file of its own, which the profile gets by it (desk-rules.md 23): nothing of the user's is near.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $File,
        [Parameter(Mandatory)] [ValidateSet(1, 2)] [int] $ItemType,
        [Parameter(Mandatory)] [string] $Name
    )

    $namespace = $null
    $folder = $null
    $folders = $null
    $found = $null
    $store = Find-M2KTrialStore -Outlook $Outlook -File $File
    try {
        if ($null -eq $store) {
            $namespace = $Outlook.GetNamespace('MAPI')
            # OlStoreType 2: Unicode.
            $namespace.AddStoreEx($File, 2)
            $store = Find-M2KTrialStore -Outlook $Outlook -File $File
        }
        $folder = $store.GetRootFolder()
        $folders = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'Folders'
        # OlDefaultFolders: 9 calendar, 10 contacts.
        $found = $folders.Add($Name, 8 + $ItemType)
        return ConvertTo-M2KFolderFact -Outlook $Outlook -Object $found
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $found $folders $folder
        Clear-M2KComObject $store $namespace
    }
}
