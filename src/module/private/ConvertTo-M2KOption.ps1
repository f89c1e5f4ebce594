function ConvertTo-M2KOption {
    # An option of the engine as M2KSync.Option.
    [CmdletBinding()]
    [OutputType('M2KSync.Option')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Option)

    process {
        [pscustomobject]@{
            PSTypeName = 'M2KSync.Option'
            Name = $Option.name
            Value = Get-M2KValue -From $Option -Name 'value'
            From = $Option.from
            Managed = $Option.managed
            Allowed = $Option.allowed
            SetBy = @{ option = 'Set-M2KSyncOption'; connect = 'Connect-M2KSync'; collection = 'Set-M2KSyncCollection'; policy = $null }[$Option.set]
            Title = $Option.title
            Description = $Option.help
        }
    }
}
