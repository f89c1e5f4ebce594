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
        $version = [string] (Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'Version')
        if ($Separator -eq '') {
            # .NET takes it from HKCU\Control Panel\International, sList, as Outlook does.
            $Separator = $culture.TextInfo.ListSeparator
        }
        return [ordered]@{
            languageMode   = $script:SessionLanguageMode
            psVersion      = $PSVersionTable.PSVersion.ToString()
            psEdition      = [string] $PSVersionTable.PSEdition
            outlookVersion = $version
            profile        = [string] (Test-M2KOutlook -Outlook $Outlook).profile
            zone           = [string] (Get-M2KMember -Outlook $Outlook -Object $zone -Name 'ID')
            listSeparator  = $Separator
            culture        = $culture.Name
            startedOutlook = $Started
            # 12 is 2007, 14 is 2010, 15 is 2013, 16 is all later ones (reference: object model 1.1).
            activeSync     = @(Get-M2KActiveSync -Outlook $Outlook -Major ([int] $version.Split('.')[0]))
        }
    } finally {
        Clear-M2KComObject $zone $zones
    }
}
