function Get-M2KAttachment {
    # AttachmentRecord of protocol.ts for each of an item's attachments. Files by value become files of the ipc folder, but for those that are hidden,
    # belong to a formatted text or are larger than is asked for; their octets by PropertyAccessor are said to fail beyond 4 KB.
    [CmdletBinding()]
    [OutputType([System.Collections.ArrayList])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        # most, hidden, flags.
        [Parameter(Mandatory)] [hashtable] $What,
        # Records of attachments whose octets are read elsewhere: one of that name and size is not read again.
        [AllowEmptyCollection()] [object[]] $Known = @()
    )

    $list = New-Object -TypeName System.Collections.ArrayList
    $attachments = Get-M2KMember -Outlook $Outlook -Object $Item -Name 'Attachments'
    $attachment = $null
    $paths = New-Object -TypeName System.Collections.ArrayList
    try {
        $count = Get-M2KMember -Outlook $Outlook -Object $attachments -Name 'Count'
        for ($n = 1; $n -le $count; $n++) {
            $attachment = $attachments.Item($n)
            $record = [ordered]@{
                name   = ''
                type   = Get-M2KMember -Outlook $Outlook -Object $attachment -Name 'Type'
                size   = Get-M2KMember -Outlook $Outlook -Object $attachment -Name 'Size'
                hidden = (Get-M2KProperty -Outlook $Outlook -Object $attachment -Schema $What.hidden) -eq 'True'
                flags  = 0
                octets = $null
            }
            $flags = Get-M2KProperty -Outlook $Outlook -Object $attachment -Schema $What.flags
            if (-not [string]::IsNullOrEmpty($flags)) {
                $record.flags = [int] $flags
            }
            # An OLE object has no file name.
            $named = 'DisplayName'
            if ($record.type -eq 1) {
                $named = 'FileName'
            }
            $record.name = [string] (Get-M2KMember -Outlook $Outlook -Object $attachment -Name $named)
            $isKnown = $false
            foreach ($other in $Known) {
                if ($other.name -ceq $record.name -and $other.size -eq $record.size) {
                    $isKnown = $true
                }
            }
            # Outlook's Size counts properties, too: what is a little larger may be a file that is not.
            if (-not $isKnown -and $record.type -eq 1 -and -not $record.hidden -and ($record.flags -band 4) -eq 0 -and $record.size -le ($What.most + 65536)) {
                $path = "$script:IpcFolder/$([guid]::NewGuid().ToString('N')).2.bin"
                [void] $paths.Add($path)
                $attachment.SaveAsFile($path)
                $record.octets = New-Object -TypeName IO.FileInfo -ArgumentList $path
            }
            [void] $list.Add($record)
            Clear-M2KComObject $attachment
            $attachment = $null
        }
        return , $list
    } catch {
        foreach ($path in $paths) {
            [IO.File]::Delete($path)
        }
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable' -Member 'Attachments')
    } finally {
        Clear-M2KComObject $attachment $attachments
    }
}
