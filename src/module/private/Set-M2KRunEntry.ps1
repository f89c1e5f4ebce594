function Set-M2KRunEntry {
    # What Windows starts when this user logs on; an empty text takes the entry away.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)

    $key = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Software\Microsoft\Windows\CurrentVersion\Run')
    try {
        if ($Text -eq '') {
            $key.DeleteValue('M2KSync', $false)
        } else {
            $key.SetValue('M2KSync', $Text)
        }
    } finally {
        $key.Dispose()
    }
}
