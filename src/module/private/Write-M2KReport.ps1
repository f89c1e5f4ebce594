function Write-M2KReport {
    # A report of the engine as a file: UTF-8 without a mark, as everything but Windows PowerShell wants it.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $File,
        [Parameter(Mandatory)] [string] $Text
    )

    [IO.File]::WriteAllText($File, $Text + "`n", (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
}
