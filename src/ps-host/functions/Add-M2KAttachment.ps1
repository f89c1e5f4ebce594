function Add-M2KAttachment {
    # Attaches a file by value. Outlook calls it as its file is called, so that it lies in a folder of its own for as long as this takes. What Outlook
    # does not take (too large for the store, a type that an administrator forbids) is left out: whoever asked sees that it is not there.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Base64
    )

    if ($Name -match '[\\/:*?"<>|]' -or $Name -match '^[. ]*$') {
        throw (New-M2KFailure -Code 'BadRequest' -Message 'Not a name of a file.')
    }
    $folder = "$script:IpcFolder/$([guid]::NewGuid().ToString('N')).3.bin"
    $path = "$folder/$Name"
    $attachments = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'Attachments'
    $attachment = $null
    try {
        [void] [IO.Directory]::CreateDirectory($folder)
        [IO.File]::WriteAllBytes($path, [Convert]::FromBase64String($Base64))
        $attachment = $attachments.Add($path, 1)
    } catch {
        $failure = Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'Attachments'
        if ($failure.TargetObject.code -ne 'Refused') {
            throw $failure
        }
        Write-Verbose -Message "A file was not attached: $($failure.TargetObject.message)"
    } finally {
        Clear-M2KComObject $attachment $attachments
        [IO.File]::Delete($path)
        [IO.Directory]::Delete($folder, $true)
    }
}
