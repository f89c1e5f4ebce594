function Get-M2KLanguageMode {
    # The first command of every session: its reply proves that this module may run. The session's own mode is what the caller hands in,
    # for inside a trusted module it is always FullLanguage.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)] [ValidatePattern('^[0-9a-f]{32}$')] [string] $Id,
        [Parameter(Position = 1)] [string] $SessionMode = ''
    )

    $script:SessionLanguageMode = $SessionMode
    $json = '{"ok":true,"value":{"languageMode":"=' + $SessionMode + '"}}'
    Write-M2KReply -Reply @{ Id = $Id; Text = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($json)); Page = 0 }
}
