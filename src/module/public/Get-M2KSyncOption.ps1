function Get-M2KSyncOption {
    <#
    .SYNOPSIS
    Lists what can be set, what holds at the moment, and who decided it.
    .DESCRIPTION
    Policy of the computer goes before policy of the user, both before what the user set, then the computer's default, then what is built in. What policy
    decides is shown as managed and cannot be set. Options of calendars and address books that no policy decides are each collection's own: see
    Get-M2KSyncCollection.
    .PARAMETER Name
    Names to give, with wildcards.
    .PARAMETER ProfileName
    The profile to look at.
    .EXAMPLE
    Get-M2KSyncOption

    Lists all options with their values.
    .EXAMPLE
    Get-M2KSyncOption | Where-Object Managed

    Lists what the organisation has decided.
    .INPUTS
    None
    .OUTPUTS
    M2KSync.Option
    .LINK
    Set-M2KSyncOption
    #>
    [CmdletBinding()]
    [OutputType('M2KSync.Option')]
    param(
        [Parameter(Position = 0)] [SupportsWildcards()] [string] $Name = '*',
        [string] $ProfileName = 'default'
    )

    $request = New-M2KRequest -Command 'options' -ProfileName $ProfileName -Bound $PSBoundParameters
    (Get-M2KResult -Cmdlet $PSCmdlet -Request $request).options | Where-Object { $_.name -like $Name } | ConvertTo-M2KOption
}
