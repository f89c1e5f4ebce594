function Save-M2KPicture {
    # A contact's picture as a file of the ipc folder, which whoever asked for it takes away; $null without one. It is a hidden attachment
    # (reference: object model 5.4); its octets by PropertyAccessor are said to fail beyond 4 KB.
    [CmdletBinding()]
    [OutputType([IO.FileInfo])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        # What the attachment's name may contain.
        [Parameter(Mandatory)] [object[]] $Names
    )

    if (-not (Get-M2KMember -Outlook $Outlook -Object $Item -Name 'HasPicture')) {
        return $null
    }
    $attachments = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'Attachments'
    $attachment = $null
    $path = "$script:IpcFolder/$([guid]::NewGuid().ToString('N')).0.bin"
    try {
        for ($i = 1; $i -le (Get-M2KMember -Outlook $Outlook -Object $attachments -Name 'Count'); $i++) {
            $attachment = $attachments.Item($i)
            $file = [string] (Get-M2KMember -Outlook $Outlook -Object $attachment -Name 'FileName')
            foreach ($name in $Names) {
                if ($file.IndexOf($name, [StringComparison]::OrdinalIgnoreCase) -ge 0) {
                    $attachment.SaveAsFile($path)
                    return New-Object -TypeName IO.FileInfo -ArgumentList $path
                }
            }
            Clear-M2KComObject $attachment
            $attachment = $null
        }
        return $null
    } catch {
        [IO.File]::Delete($path)
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member 'Attachments')
    } finally {
        Clear-M2KComObject $attachment $attachments
    }
}
