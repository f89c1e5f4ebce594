function Invoke-M2KOperation {
    # Does what the payload of this id asks for. A request with a key that its function has no parameter for does not bind: BadRequest.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Id)

    $files = "$script:IpcFolder/$Id"
    $payload = ConvertFrom-Json -InputObject (Read-M2KPayload -Path "$files.json")
    $operation = [string] $payload.op
    $function = $script:Operations[$operation]
    if ($null -eq $function) {
        throw (New-M2KFailure -Code 'BadRequest' -Message "No operation '$operation'.")
    }
    $arguments = ConvertFrom-M2KWire -Value $payload.request -Files $files
    if ($script:WithoutOutlook -notcontains $operation) {
        if ($null -eq $script:Desk.Outlook) {
            throw (New-M2KFailure -Code 'BadRequest' -Message "'$operation' before 'open'.")
        }
        $arguments.Outlook = $script:Desk.Outlook
    }
    # What COM and cmdlets say beside the value must not reach stdout.
    & $function @arguments 3>$null 4>$null 5>$null 6>$null
}
