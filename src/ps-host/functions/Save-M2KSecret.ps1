function Save-M2KSecret {
    # Stores a secret so that only this Windows user on this machine can read it (DPAPI). Takes it from the next line of stdin, base64 of UTF-8,
    # and so from no command, no argument and no log (desk-rules.md 5). Prints 'M2K1 ready' when it waits for that line, 'M2K1 saved' at the end.
    # For a process of its own.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    [Console]::Out.Write("`nM2K1 ready`n")
    # The console reads its lines character by character and may have left the LF of the CRLF that ended the command.
    do {
        $line = [Console]::In.ReadLine()
    } while ($line -eq '')
    $text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($line))
    $secure = New-Object -TypeName System.Security.SecureString
    foreach ($character in $text.ToCharArray()) {
        $secure.AppendChar($character)
    }
    [IO.File]::WriteAllText($Path, (ConvertFrom-SecureString -SecureString $secure))
    [Console]::Out.Write("`nM2K1 saved`n")
}
