function Set-M2KPicture {
    # Gives a contact the picture whose octets these are, or takes it away ('' or nothing).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Item,
        [AllowNull()] [AllowEmptyString()] [string] $Base64
    )

    $path = "$script:IpcFolder/$([guid]::NewGuid().ToString('N')).1.bin"
    try {
        if ([string]::IsNullOrEmpty($Base64)) {
            $Item.RemovePicture()
            return
        }
        [IO.File]::WriteAllBytes($path, [Convert]::FromBase64String($Base64))
        $Item.AddPicture($path)
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'AddPicture')
    } finally {
        [IO.File]::Delete($path)
    }
}
