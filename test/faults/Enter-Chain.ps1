# The session of the whole chain's faults: the lab at a prompt (lab/tour), and what its people do by one line each. Dot-sourced for every new world.
. (Join-Path $env:M2K_LAB_ROOT 'lab/tour/Enter-Lab.ps1')
$Faults = $Outlook.Lab.Faults

function Get-ChainFolder { return $Outlook.Session.GetDefaultFolder(9).Folders.Item(1) }

function Find-ChainItem {
    param([string] $Subject)

    $items = (Get-ChainFolder).Items
    for ($index = 1; $index -le $items.Count; $index++) {
        $item = $items.Item($index)
        if ($item.Subject -eq $Subject) { return $item }
    }
    throw "No item is called $Subject"
}

function Add-ChainItem {
    param([string] $Subject, [string] $Location)

    $item = (Get-ChainFolder).Items.Add('IPM.Appointment')
    $item.Subject = $Subject
    $item.Location = $Location
    $item.AllDayEvent = $true
    $item.Start = [datetime]'2030-05-06'
    $item.ReminderSet = $false
    $item.Save()
}

function Set-ChainItem {
    param([string] $Subject, [hashtable] $Values)

    $item = Find-ChainItem -Subject $Subject
    foreach ($name in $Values.Keys) { $item.$name = $Values[$name] }
    $item.Save()
}

function Get-ChainItem {
    $items = (Get-ChainFolder).Items
    for ($index = 1; $index -le $items.Count; $index++) {
        $item = $items.Item($index)
        $mark = $item.UserProperties.Find('M2KSync')
        @{ mark = $(if ($null -eq $mark) { '' } else { $mark.Value }); subject = $item.Subject; location = $item.Location }
    }
}

# One run as a person starts it; an error that ends it is told by its id.
function Invoke-ChainRun {
    param([hashtable] $How = @{})

    try {
        $result = Start-M2KSync @How -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        $items = @($result.Items | ForEach-Object { @{ title = $_.Title; outlook = $_.Outlook; server = $_.Server; result = $_.Result; id = $_.ErrorId; text = $_.Message } })
        return @{ exitCode = $result.ExitCode; error = ''; items = $items; problems = @($result.Problems | ForEach-Object { "$($_.Id) $($_.Message)" }) }
    } catch {
        return @{ exitCode = -1; error = "$($_.FullyQualifiedErrorId) $_"; items = @(); problems = @() }
    }
}

# Folders take items again after a fault that made them read-only.
function Reset-ChainFolder {
    foreach ($kind in 9, 10) {
        $default = $Outlook.Session.GetDefaultFolder($kind)
        foreach ($folder in @($default) + @(for ($index = 1; $index -le $default.Folders.Count; $index++) { $default.Folders.Item($index) })) {
            $Outlook.Lab.SetReadOnly($folder, $false)
            $Outlook.Lab.SetStorageItems($folder, $true)
        }
    }
    foreach ($kind in 3, 6) { $Outlook.Lab.SetReadOnly($Outlook.Session.GetDefaultFolder($kind), $false) }
}
