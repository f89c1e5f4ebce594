function Get-M2KSecret {
    # The secret in a file of Save-M2KSecret. Only this Windows user on this machine can read it (DPAPI); else it must be entered again.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Path)

    if (-not [IO.File]::Exists($Path)) {
        throw (New-M2KFailure -Code 'SecretUnreadable' -Message 'No password is stored.' -Detail @{ reason = 'secret-missing' })
    }
    $pointer = [IntPtr]::Zero
    try {
        $secure = ConvertTo-SecureString -String ([IO.File]::ReadAllText($Path).Trim())
        $pointer = [System.Runtime.InteropServices.Marshal]::SecureStringToBSTR($secure)
        return @{ secret = [System.Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer) }
    } catch {
        throw (New-M2KFailure -Code 'SecretUnreadable' -Message 'The stored password cannot be decrypted here: enter it again.')
    } finally {
        if ($pointer -ne [IntPtr]::Zero) {
            [System.Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer)
        }
    }
}
