function Set-M2KSyncOption {
    <#
    .SYNOPSIS
    Sets an option for this user.
    .DESCRIPTION
    What your organisation has decided by policy is refused with the error category PermissionDenied. Get-M2KSyncOption tells the names, what is allowed,
    and which cmdlet sets what this one does not.
    .PARAMETER Name
    The option, as Get-M2KSyncOption names it.
    .PARAMETER Value
    Its value.
    .PARAMETER Reset
    Takes the user's own value away: what holds then is the computer's default, or what is built in.
    .PARAMETER PassThru
    Gives the option as it is now.
    .PARAMETER ProfileName
    The profile it belongs to.
    .EXAMPLE
    Set-M2KSyncOption -Name Proxy -Value none

    Reaches the server directly.
    .EXAMPLE
    Set-M2KSyncOption -Name Language -Reset

    Speaks the language of Windows again.
    .INPUTS
    None
    .OUTPUTS
    None, or M2KSync.Option with -PassThru
    .LINK
    Get-M2KSyncOption
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Value')]
    [OutputType('M2KSync.Option')]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1, ParameterSetName = 'Value')] [object] $Value,
        [Parameter(Mandatory, ParameterSetName = 'Reset')] [switch] $Reset,
        [switch] $PassThru,
        [string] $ProfileName = 'default'
    )

    if (-not $PSCmdlet.ShouldProcess($Name, $script:Strings.OptionAction)) { return }
    $request = New-M2KRequest -Command 'set-option' -ProfileName $ProfileName -Bound $PSBoundParameters
    $request.name = $Name
    $request.value = $null
    if (-not $Reset) {
        $request.value = [string]$Value
        if ($Value -is [bool] -or $Value -is [int]) { $request.value = $Value }
        if ($Value -is [array]) { $request.value = @($Value | ForEach-Object { [string]$_ }) }
    }
    $result = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
    if ($PassThru) { $result.options | ConvertTo-M2KOption }
}
