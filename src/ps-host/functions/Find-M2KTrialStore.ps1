function Find-M2KTrialStore {
    # The store of a trial's data file; $null where the profile has none. Only a file of this name is ever taken for one.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $File
    )

    if ([IO.Path]::GetFileName($File) -cne 'm2ksync-check.pst') {
        throw (New-M2KFailure -Code 'BadRequest' -Message "'$File' is not a data file for trials.")
    }
    $namespace = $Outlook.GetNamespace('MAPI')
    $stores = $null
    try {
        $stores = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'Stores'
        for ($i = Get-M2KMember -Outlook $Outlook -Object $stores -Name 'Count'; $i -ge 1; $i--) {
            $store = $stores.Item($i)
            if ((Get-M2KMember -Outlook $Outlook -Object $store -Name 'FilePath') -eq $File) {
                return , $store
            }
            Clear-M2KComObject $store
        }
        return $null
    } finally {
        Clear-M2KComObject $stores $namespace
    }
}
