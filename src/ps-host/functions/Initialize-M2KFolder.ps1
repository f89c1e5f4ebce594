function Initialize-M2KFolder {
    # The default folder of an item type (1 appointments, 2 contacts), or the folder of that name under it, made if it is missing and may be.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [ValidateSet(1, 2)] [int] $ItemType,
        [string] $Name = '',
        [Parameter(Mandatory)] [bool] $Create
    )

    # OlDefaultFolders: 9 calendar, 10 contacts.
    $kind = 8 + $ItemType
    $made = $false
    $namespace = $Outlook.GetNamespace('MAPI')
    $folder = $null
    $folders = $null
    try {
        $folder = $namespace.GetDefaultFolder($kind)
        if ($Name -ne '') {
            $folders = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'Folders'
            $found = $null
            for ($i = Get-M2KMember -Outlook $Outlook -Object $folders -Name 'Count'; $i -ge 1 -and $null -eq $found; $i--) {
                $found = $folders.Item($i)
                if ((Get-M2KMember -Outlook $Outlook -Object $found -Name 'Name') -cne $Name) {
                    Clear-M2KComObject $found
                    $found = $null
                }
            }
            if ($null -eq $found) {
                if (-not $Create) {
                    throw (New-M2KFailure -Code 'NotFound' -Message "No folder of that name under the default one." -Detail @{ reason = 'folder' })
                }
                $found = $folders.Add($Name, $kind)
                $made = $true
            }
            Clear-M2KComObject $folder
            $folder = $found
        }
        $facts = ConvertTo-M2KFolderFact -Outlook $Outlook -Object $folder
        $facts.made = $made
        return $facts
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $folders $folder $namespace
    }
}
