function Remove-M2KSyncCollection {
    <#
    .SYNOPSIS
    Forgets a calendar or address book that was added by its address or owner.
    .DESCRIPTION
    Nothing is deleted, on the server or in Outlook: the folder stays with its items, and is not synced any more.
    .PARAMETER Url
    The address it was added by.
    .PARAMETER Owner
    The owner it was added by; everything that was added of that owner is forgotten.
    .PARAMETER Id
    The collection's id, as Get-M2KSyncCollection gives it.
    .PARAMETER ProfileName
    The profile it belongs to.
    .EXAMPLE
    Remove-M2KSyncCollection -Owner meiling@example.com.tw

    Forgets that colleague's calendar.
    .INPUTS
    M2KSync.Collection
    .OUTPUTS
    M2KSync.Collection
    .LINK
    Add-M2KSyncCollection
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Url')]
    [OutputType('M2KSync.Collection')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Url')] [string] $Url,
        [Parameter(Mandatory, ParameterSetName = 'Owner')] [string] $Owner,
        [Parameter(Mandatory, ParameterSetName = 'Id', ValueFromPipelineByPropertyName)] [string] $Id,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $ProfileName = 'default'
    )

    process {
        $named = @($Url, $Owner, $Id) | Where-Object { -not [string]::IsNullOrEmpty($_) } | Select-Object -First 1
        if (-not $PSCmdlet.ShouldProcess($named, $script:Strings.RemoveAction)) { return }
        $request = New-M2KRequest -Command 'collections' -ProfileName $ProfileName -Bound @{ Remove = $named } -Fields @{ Remove = 'remove' }
        (Get-M2KResult -Cmdlet $PSCmdlet -Request $request).collections | ConvertTo-M2KCollection -ProfileName $ProfileName
    }
}
