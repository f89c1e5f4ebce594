function Remove-M2KAttachment {
    # Takes away the file by value of that name whose octets have that hash, and no other: positions move. Not there is success.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Sha256
    )

    $attachments = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'Attachments'
    $attachment = $null
    $path = "$script:IpcFolder/$([guid]::NewGuid().ToString('N')).2.bin"
    try {
        $count = Get-M2KMember -Outlook $Outlook -Object $attachments -Name 'Count'
        for ($n = $count; $n -ge 1; $n--) {
            $attachment = $attachments.Item($n)
            if ((Get-M2KMember -Outlook $Outlook -Object $attachment -Name 'Type') -eq 1 -and (Get-M2KMember -Outlook $Outlook -Object $attachment -Name 'FileName') -ceq $Name) {
                $attachment.SaveAsFile($path)
                if ((Get-M2KHash -Octets ([IO.File]::ReadAllBytes($path))) -eq $Sha256) {
                    $attachment.Delete()
                    return
                }
            }
            Clear-M2KComObject $attachment
            $attachment = $null
        }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member 'Attachments')
    } finally {
        Clear-M2KComObject $attachment $attachments
        [IO.File]::Delete($path)
    }
}
