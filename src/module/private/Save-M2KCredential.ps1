function Save-M2KCredential {
    # Stores the password so that only this Windows user on this computer can read it (DPAPI through ConvertFrom-SecureString). The file is replaced as
    # a whole: a run that reads it meanwhile has the one or the other.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [securestring] $Password)

    [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($Path))
    $draft = "$Path.new"
    [IO.File]::WriteAllText($draft, (ConvertFrom-SecureString -SecureString $Password), (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
    if ([IO.File]::Exists($Path)) {
        [IO.File]::Replace($draft, $Path, [NullString]::Value)
    } else {
        [IO.File]::Move($draft, $Path)
    }
}
