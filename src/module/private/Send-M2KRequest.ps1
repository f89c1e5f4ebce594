function Send-M2KRequest {
    # The request as one ASCII line, as bytes: the writer of .NET Framework would use the console's code page and may send a BOM.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [System.Diagnostics.Process] $Process, [Parameter(Mandatory)] [System.Collections.IDictionary] $Request)

    $json = ConvertTo-Json -InputObject $Request -Depth 4 -Compress
    $ascii = [regex]::Replace($json, '[^\x20-\x7E]', { param($match) '\u{0:x4}' -f [int][char]$match.Value })
    $bytes = [Text.Encoding]::ASCII.GetBytes($ascii + "`n")
    $stream = $Process.StandardInput.BaseStream
    $stream.Write($bytes, 0, $bytes.Length)
    $stream.Flush()
}
