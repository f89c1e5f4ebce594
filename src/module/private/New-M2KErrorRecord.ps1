function New-M2KErrorRecord {
    # An error record from a problem of the engine: its stable id, a category, and what to do next as RecommendedAction.
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        # id, message, remedy, target
        [Parameter(Mandatory)] [object] $Problem
    )

    $id = [string](Get-M2KValue -From $Problem -Name 'id')
    $message = [string](Get-M2KValue -From $Problem -Name 'message')
    $remedy = [string](Get-M2KValue -From $Problem -Name 'remedy')
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList "$message $remedy".Trim()
    $exception.Data['M2K.Id'] = $id
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, $id, (Get-M2KErrorCategory -Id $id), (Get-M2KValue -From $Problem -Name 'target')
    $record.ErrorDetails = New-Object -TypeName System.Management.Automation.ErrorDetails -ArgumentList "$message $remedy".Trim()
    $record.ErrorDetails.RecommendedAction = $remedy
    return $record
}
