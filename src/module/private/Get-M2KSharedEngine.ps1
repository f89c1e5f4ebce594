function Get-M2KSharedEngine {
    # The folder of the engine that the MSI has installed for every user of this computer; '' where there is none.
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $folder = [IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), 'M2KSync')
    if ([IO.File]::Exists([IO.Path]::Combine($folder, 'm2ksync.mjs'))) { return $folder }
    return ''
}
