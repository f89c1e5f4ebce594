function Read-M2KStamp {
    # The stamp of a folder; '' where there is none.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder
    )

    $storage = $null
    $properties = $null
    $property = $null
    try {
        $storage = Open-M2KStamp -Outlook $Outlook -Folder $Folder
        $properties = Get-M2KMember -Outlook $Outlook -Object $storage -Name 'UserProperties'
        $property = $properties.Find('M2KSync')
        $text = ''
        if ($null -ne $property) {
            $text = [string] (Get-M2KMember -Outlook $Outlook -Object $property -Name 'Value')
        }
        return @{ text = $text }
    } finally {
        Clear-M2KComObject $property $properties $storage
    }
}
