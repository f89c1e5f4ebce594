function Get-M2KVersion {
    # A LastModificationTime as the text that is compared: local, seven decimals, culture-independent. '' for a missing one.
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowNull()] [object] $Time)

    if ($null -eq $Time) {
        return ''
    }
    return ([datetime] $Time).ToString('yyyy-MM-ddTHH:mm:ss.fffffff', [cultureinfo]::InvariantCulture)
}
