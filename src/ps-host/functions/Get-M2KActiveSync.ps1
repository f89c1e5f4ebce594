function Get-M2KActiveSync {
    # The profile's accounts of Exchange ActiveSync, each with the store that it fills. Outlook has had such accounts since 2013 (OlAccountType 4).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [int] $Major
    )

    if ($Major -lt 15) {
        return
    }
    $default = $null
    $accounts = $null
    $account = $null
    $store = $null
    $namespace = $Outlook.GetNamespace('MAPI')
    try {
        $accounts = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'Accounts'
        for ($i = Get-M2KMember -Outlook $Outlook -Object $accounts -Name 'Count'; $i -ge 1; $i--) {
            $account = $accounts.Item($i)
            if ((Get-M2KMember -Outlook $Outlook -Object $account -Name 'AccountType') -eq 4) {
                if ($null -eq $default) {
                    $default = Get-M2KMember -Outlook $Outlook -Object $namespace -Name 'DefaultStore'
                }
                $store = Get-M2KMember -Outlook $Outlook -Object $account -Name 'DeliveryStore'
                $storeId = ''
                if ($null -ne $store) {
                    $storeId = Get-M2KMember -Outlook $Outlook -Object $store -Name 'StoreID'
                }
                [ordered]@{
                    name      = Get-M2KMember -Outlook $Outlook -Object $account -Name 'DisplayName'
                    address   = [string] (Get-M2KMember -Outlook $Outlook -Object $account -Name 'SmtpAddress')
                    storeId   = $storeId
                    isDefault = $storeId -ne '' -and $storeId -eq (Get-M2KMember -Outlook $Outlook -Object $default -Name 'StoreID')
                }
                Clear-M2KComObject $store
                $store = $null
            }
            Clear-M2KComObject $account
            $account = $null
        }
    } finally {
        Clear-M2KComObject $store $account $default
        Clear-M2KComObject $accounts $namespace
    }
}
