# The tour: connect, plan, sync, edits on both sides, a merge, deletions held by the guard, status. Ends with 0 when everything came out as it should.
# The desk enters by its own door (lab/desk).
. $(if ($env:M2K_LAB_ENTER) { $env:M2K_LAB_ENTER } else { Join-Path $PSScriptRoot 'Enter-Lab.ps1' })

$script:wrong = 0

function Show-Step {
    param([string] $Text, [string] $Command)

    ''
    "== $Text"
    if ($Command) { "PS> $Command" }
}

function Assert-Tour {
    param([bool] $Condition, [string] $Text)

    if (-not $Condition) {
        $script:wrong++
        "!! not as it should be: $Text"
    }
}

$session = $Outlook.GetNamespace('MAPI')

function Get-TourFolder {
    $calendar = $session.GetDefaultFolder(9)
    if ($calendar.Folders.Count -gt 0) { return $calendar.Folders.Item(1) }
    return $calendar
}

function Get-TourItem {
    param([string] $Subject)

    $items = (Get-TourFolder).Items
    for ($index = 1; $index -le $items.Count; $index++) {
        $item = $items.Item($index)
        if (-not $Subject -or $item.Subject -eq $Subject) { $item }
    }
}

Show-Step 'Sign in: the server is asked before anything is stored' 'Connect-M2KSync -Address $Credential.UserName -MailHost $MailHost -Credential $Credential'
Connect-M2KSync -Address $Credential.UserName -MailHost $MailHost -Credential $Credential | Out-Default

Show-Step 'What would a first sync do? Nothing is touched' 'Start-M2KSync -WhatIf'
Start-M2KSync -WhatIf | Out-Default
Assert-Tour (@(Get-TourItem).Count -eq 0) 'a plan touches nothing'

Show-Step 'Sync: what the server holds arrives in Outlook' 'Start-M2KSync'
$first = Start-M2KSync
$first | Out-Default
$events = @(Get-LabEvent)
Assert-Tour (@(Get-TourItem).Count -eq $events.Count) 'every event of the server is in Outlook'

Show-Step 'An appointment made in Outlook' '$item = $folder.Items.Add(1); $item.Subject = ...; $item.Save()'
$item = (Get-TourFolder).Items.Add(1)
$item.Subject = ([regex]::Unescape('\u8207\u5ba2\u6236\u5348\u9910'))
$item.Start = (Get-Date).Date.AddDays(3).AddHours(12)
$item.Duration = 60
$item.Save()
$lunch = $item.Subject

$meeting = $events[0].Subject
Show-Step "The same event changed on both sides: in Outlook the place of '$meeting', on the server its text" '$item.Location = ''3F''; $item.Save();  Set-LabEvent -Subject ... -Description ''Agenda'''
$item = @(Get-TourItem -Subject $meeting)[0]
$item.Location = '3F'
$item.Save()
Set-LabEvent -Subject $meeting -Description 'Agenda'

Show-Step 'The plan names every field' 'Start-M2KSync -WhatIf'
Start-M2KSync -WhatIf | Out-Default

Show-Step 'Sync: both edits are kept' 'Start-M2KSync'
Start-M2KSync | Out-Default
$item = @(Get-TourItem -Subject $meeting)[0]
$there = @(Get-LabEvent -Subject $meeting)[0]
Assert-Tour (@(Get-LabEvent -Subject $lunch).Count -eq 1) 'the appointment made in Outlook is on the server'
Assert-Tour (([string]$item.Body).Trim() -eq 'Agenda' -and $item.Location -eq '3F') 'Outlook has both edits'
Assert-Tour ($there.Text -match 'LOCATION[^:]*:3F' -and $there.Text -match 'DESCRIPTION[^:]*:Agenda') 'the server has both edits'

Show-Step 'Once more: nothing is left to do' 'Start-M2KSync'
$quiet = Start-M2KSync
$quiet | Out-Default

Show-Step 'Everything in the Outlook folder is deleted: the guard holds it' '$folder.Items | ForEach-Object Delete;  Start-M2KSync'
foreach ($item in @(Get-TourItem)) { $item.Delete() }
Start-M2KSync -ErrorAction SilentlyContinue | Out-Default
Assert-Tour (@(Get-LabEvent).Count -eq $events.Count + 1) 'held deletions reach nobody'

Show-Step 'Status' 'Get-M2KSyncStatus'
Get-M2KSyncStatus | Out-Default

''
if ($script:wrong -gt 0) {
    "$($script:wrong) things were not as they should be."
    exit 1
}

'That was the whole way, there and back.'
exit 0
