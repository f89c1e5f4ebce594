function Get-M2KPlace {
    # Where an installation without administrator puts things (desk-rules.md 13): the engine where no version is in the path, so that the task finds it after
    # an upgrade; scripts where Windows PowerShell and PowerShell look for modules.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Version)

    # Not verified: a folder that is not there yet, or not just now, has a name all the same; '' would put everything into the current folder.
    $documents = [Environment]::GetFolderPath('MyDocuments', 'DoNotVerify')
    return @{
        Engine = [IO.Path]::Combine([Environment]::GetFolderPath('LocalApplicationData', 'DoNotVerify'), 'Programs', 'M2KSync')
        Modules = @(
            [IO.Path]::Combine($documents, 'WindowsPowerShell', 'Modules', 'M2KSync')
            [IO.Path]::Combine($documents, 'PowerShell', 'Modules', 'M2KSync')
        )
        Version = $Version
    }
}
