function Read-M2KPayload {
    # The text of a payload file, which is gone afterwards: it holds appointments and contacts (desk-rules.md 4).
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Path)

    if (-not [IO.File]::Exists($Path)) {
        throw (New-M2KFailure -Code 'BadRequest' -Message 'The payload file does not exist.')
    }
    try {
        return [IO.File]::ReadAllText($Path)
    } finally {
        [IO.File]::Delete($Path)
    }
}
