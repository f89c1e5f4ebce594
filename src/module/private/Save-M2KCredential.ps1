function Save-M2KCredential {
    # Stores the password so that only this Windows user on this computer can read it (DPAPI through ConvertFrom-SecureString).
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [securestring] $Password)

    [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    [IO.File]::WriteAllText($Path, (ConvertFrom-SecureString -SecureString $Password), (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
}
