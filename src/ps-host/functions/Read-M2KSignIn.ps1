function Read-M2KSignIn {
    # One sign-in window of Windows with the address filled in (Windows PowerShell shows PromptForCredential as a window of its own; it needs no console).
    # Prints what was typed as one line, base64 of JSON, or that nobody answered. For a process of its own, started without -NonInteractive.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Caption,
        [Parameter(Mandatory)] [string] $Message,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Address
    )

    $credential = $Host.UI.PromptForCredential($Caption, $Message, $Address, '')
    if ($null -eq $credential -or $credential.Password.Length -eq 0) {
        [Console]::Out.Write("`nM2K1 nobody`n")
        return
    }
    # The window puts a backslash before a name that has no domain.
    $answer = [ordered]@{ address = $credential.UserName.TrimStart([char[]] '\'); secret = $credential.GetNetworkCredential().Password }
    $json = ConvertTo-Json -InputObject $answer -Compress
    [Console]::Out.Write("`nM2K1 answer " + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)) + "`n")
}
