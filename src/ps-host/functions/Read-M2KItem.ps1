function Read-M2KItem {
    # Reads items one by one. One that cannot be read is a row with its failure; a busy or dead Outlook fails the whole call.
    # What would make the reply too large is left for the next call, in 'left'.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Ids,
        [Parameter(Mandatory)] [hashtable] $Members
    )

    $unsaved = Get-M2KUnsavedItem -Outlook $Outlook
    $rows = New-Object -TypeName System.Collections.ArrayList
    $left = New-Object -TypeName System.Collections.ArrayList
    # Characters of text in a reply: with what JSON and base64 add, about one page.
    $room = 400000
    foreach ($id in $Ids) {
        if ($room -le 0) {
            [void] $left.Add($id)
            continue
        }
        $opened = $null
        try {
            $opened = Open-M2KItem -Outlook $Outlook -Folder $Folder -Id $id
            if ($opened.In -ne 'here') {
                throw (New-M2KFailure -Code 'NotFound' -Message 'The item was moved out of its folder.' -Detail @{ reason = $opened.In })
            }
            if (-not (Get-M2KMember -Outlook $Outlook -Object $opened.Item -Name 'Saved') -or $unsaved.Contains($id)) {
                throw (New-M2KFailure -Code 'Busy' -Message 'The item is open and has unsaved changes.' -Detail @{ reason = 'open-unsaved' })
            }
            $record = Get-M2KItemRecord -Outlook $Outlook -Item $opened.Item -Parent $opened.Parent -Members $Members
            [void] $rows.Add(@{ ok = $true; item = $record })
            foreach ($value in $record.plain.Values) {
                $room -= if ($value -is [string]) { $value.Length } else { 20 }
            }
            # Files cross beside the reply; few large ones at a time, for whoever asked holds them all.
            foreach ($holder in @($record) + @($record['exceptions'])) {
                if ($null -ne $holder) {
                    foreach ($attachment in $holder['attachments']) {
                        $room -= [int] ($attachment['size'] / 40)
                    }
                }
            }
        } catch {
            $failure = (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable').TargetObject
            if (@('OutlookDead', 'Guarded', 'BadRequest') -contains $failure.code -or ($failure.code -eq 'Busy' -and $failure['reason'] -ne 'open-unsaved')) {
                throw
            }
            $failure.ok = $false
            $failure.id = $id
            [void] $rows.Add($failure)
        } finally {
            if ($null -ne $opened) {
                Clear-M2KComObject $opened.Item
            }
        }
    }
    return [ordered]@{ items = $rows; left = $left }
}
