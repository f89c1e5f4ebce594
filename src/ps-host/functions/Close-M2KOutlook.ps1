function Close-M2KOutlook {
    # Lets Outlook go. Quits it only if we started it and the user has no window of it open, for Quit drops unsaved changes (desk-rules.md 8).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()

    $outlook = $script:Desk.Outlook
    $started = $script:Desk.Started
    $script:Desk = @{ Outlook = $null; Started = $false }
    foreach ($state in @($script:Tables.Open.Values)) {
        Clear-M2KComObject $state.Table
    }
    $script:Tables.Open = @{}
    if ($null -ne $outlook -and $started) {
        $explorers = Get-M2KMember -Outlook $outlook -Object $outlook -Name 'Explorers'
        $inspectors = Get-M2KMember -Outlook $outlook -Object $outlook -Name 'Inspectors'
        $windows = (Get-M2KMember -Outlook $outlook -Object $explorers -Name 'Count') + (Get-M2KMember -Outlook $outlook -Object $inspectors -Name 'Count')
        Clear-M2KComObject $explorers $inspectors
        if ($windows -eq 0) {
            $outlook.Quit()
        }
    }
    Clear-M2KComObject $outlook
    [GC]::Collect()
    [GC]::WaitForPendingFinalizers()
    return @{}
}
