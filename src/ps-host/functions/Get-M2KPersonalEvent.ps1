function Get-M2KPersonalEvent {
    # EntryIDs of the events that Outlook made for the birthdays and anniversaries of contacts (reference: object model 5.3): the contacts name
    # them. Read from tables over the default contacts folder and those below it, one call a block of rows.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        # Namespace columns that hold the ids.
        [Parameter(Mandatory)] [object[]] $Columns
    )

    $ids = New-Object -TypeName System.Collections.ArrayList
    $waiting = New-Object -TypeName System.Collections.Queue
    $namespace = $Outlook.GetNamespace('MAPI')
    try {
        # OlDefaultFolders: 10 contacts.
        $waiting.Enqueue($namespace.GetDefaultFolder(10))
        while ($waiting.Count -gt 0) {
            $folder = $waiting.Dequeue()
            $folders = $null
            $state = $null
            try {
                if ((Get-M2KMember -Outlook $Outlook -Object $folder -Name 'DefaultItemType') -eq 2) {
                    $state = Open-M2KTable -Outlook $Outlook -FolderObject $folder -Columns $Columns
                    do {
                        [System.Collections.ArrayList] $rows = Read-M2KTableBlock -Outlook $Outlook -State $state -Max 500
                        foreach ($row in $rows) {
                            foreach ($cell in $row) {
                                if ($cell -is [byte[]]) {
                                    [void] $ids.Add([BitConverter]::ToString($cell).Replace('-', ''))
                                }
                            }
                        }
                    } while ($rows.Count -gt 0)
                }
                $folders = Get-M2KMember -Outlook $Outlook -Object $folder -Name 'Folders'
                for ($i = Get-M2KMember -Outlook $Outlook -Object $folders -Name 'Count'; $i -ge 1; $i--) {
                    $waiting.Enqueue($folders.Item($i))
                }
            } finally {
                if ($null -ne $state) {
                    Clear-M2KComObject $state.Table
                }
                Clear-M2KComObject $folders $folder
            }
        }
        return [ordered]@{ ids = $ids }
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable')
    } finally {
        while ($waiting.Count -gt 0) {
            Clear-M2KComObject $waiting.Dequeue()
        }
        Clear-M2KComObject $namespace
    }
}
