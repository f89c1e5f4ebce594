function ConvertTo-M2KLogEntry {
    # A log record of the engine as M2KSync.LogEntry; what has no column of its own is in Facts.
    [CmdletBinding()]
    [OutputType('M2KSync.LogEntry')]
    param([Parameter(Mandatory, ValueFromPipeline)] [object] $Record)

    process {
        $entry = $Record.entry
        $facts = @{}
        foreach ($property in $entry.PSObject.Properties) {
            if (@('at', 'level', 'run', 'event', 'command', 'id', 'exitCode', 'text') -notcontains $property.Name) { $facts[$property.Name] = $property.Value }
        }
        [pscustomobject]@{
            PSTypeName = 'M2KSync.LogEntry'
            Time = ConvertTo-M2KDate -Text $entry.at
            Level = $entry.level
            Event = $entry.event
            Command = $entry.command
            Id = Get-M2KValue -From $entry -Name 'id'
            ExitCode = Get-M2KValue -From $entry -Name 'exitCode'
            Run = $entry.run
            Text = Get-M2KValue -From $entry -Name 'text'
            Facts = [pscustomobject]$facts
        }
    }
}
