function Set-M2KSeal {
    # Notes in a user property what became of the picture that was written: Outlook stores other octets than it is given.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [hashtable] $Step
    )

    $picture = Save-M2KPicture -Outlook $Outlook -Item $Item -Names $Step.pictures
    $octets = New-Object -TypeName byte[] -ArgumentList 0
    if ($null -ne $picture) {
        $octets = [IO.File]::ReadAllBytes($picture.FullName)
        [IO.File]::Delete($picture.FullName)
    }
    Set-M2KUserProperty -Outlook $Outlook -Item $Item -Name $Step.name -Text "$($Step.text) $(Get-M2KHash -Octets $octets)"
}
