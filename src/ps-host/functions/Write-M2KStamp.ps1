function Write-M2KStamp {
    # Keeps the stamp in the folder.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder,
        [Parameter(Mandatory)] [string] $Text
    )

    $storage = $null
    try {
        $storage = Open-M2KStamp -Outlook $Outlook -Folder $Folder
        Set-M2KUserProperty -Outlook $Outlook -Item $storage -Name 'M2KSync' -Text $Text
        $storage.Save()
        return @{}
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $storage
    }
}
