function Open-M2KItemToChange {
    # An item that may be written: in its folder, of the version that was seen ('' for any), with nothing unsaved (rules.md 31).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [string] $Id,
        [string] $Version = ''
    )

    $opened = Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $Id
    $kept = $false
    try {
        if ($opened.In -ne 'here') {
            throw (New-M2KFailure -Code 'NotFound' -Message 'The item was moved out of its folder.' -Detail @{ reason = $opened.In })
        }
        $now = Get-M2KVersion -Time (Get-M2KMember -Outlook $Outlook -Object $opened.Item -Name 'LastModificationTime')
        if ($Version -ne '' -and $Version -cne $now) {
            throw (New-M2KFailure -Code 'Stale' -Message 'The item was changed.')
        }
        $unsaved = Get-M2KUnsavedItem -Outlook $Outlook
        if (-not (Get-M2KMember -Outlook $Outlook -Object $opened.Item -Name 'Saved') -or $unsaved.Contains($Id)) {
            throw (New-M2KFailure -Code 'Busy' -Message 'The item is open and has unsaved changes.' -Detail @{ reason = 'open-unsaved' })
        }
        $kept = $true
        return , $opened.Item
    } finally {
        if (-not $kept) {
            Clear-M2KComObject $opened.Item
        }
    }
}
