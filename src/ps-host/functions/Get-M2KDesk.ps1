function Get-M2KDesk {
    # DeskFacts of protocol.ts.
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [string] $Separator = '',
        [bool] $Started = $false
    )

    $zones = $null
    $zone = $null
    try {
        $zones = Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'TimeZones'
        $zone = Get-M2KMember -Outlook $Outlook -Object $zones -Name 'CurrentTimeZone'
        $culture = [cultureinfo]::CurrentCulture
        if ($Separator -eq '') {
            # .NET takes it from HKCU\Control Panel\International, sList, as Outlook does.
            $Separator = $culture.TextInfo.ListSeparator
        }
        return [ordered]@{
            languageMode   = $script:SessionLanguageMode
            psVersion      = $PSVersionTable.PSVersion.ToString()
            psEdition      = [string] $PSVersionTable.PSEdition
            outlookVersion = [string] (Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'Version')
            profile        = [string] (Test-M2KOutlook -Outlook $Outlook).profile
            zone           = [string] (Get-M2KMember -Outlook $Outlook -Object $zone -Name 'ID')
            listSeparator  = $Separator
            culture        = $culture.Name
            startedOutlook = $Started
        }
    } finally {
        Clear-M2KComObject $zone $zones
    }
}
