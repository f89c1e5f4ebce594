function Test-M2KStoreOpen {
    # Whether the profile has a store open: a folder of one that is closed is not gone.
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $StoreId
    )

    $store = $null
    $stores = $null
    $namespace = $Outlook.GetNamespace('MAPI')
    try {
        $stores = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'Stores'
        for ($i = Get-M2KMember -Outlook $Outlook -Object $stores -Name 'Count'; $i -ge 1; $i--) {
            $store = $stores.Item($i)
            if ((Get-M2KMember -Outlook $Outlook -Object $store -Name 'StoreID') -eq $StoreId) {
                return $true
            }
            Clear-M2KComObject $store
            $store = $null
        }
        return $false
    } finally {
        Clear-M2KComObject $store $stores $namespace
    }
}
