function Invoke-M2KRequest {
    # The one command of the wire. With the id of a reply that has further pages it prints the next one.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [ValidatePattern('^[0-9a-f]{32}$')] [string] $Id)

    if ($script:Reply.Id -cne $Id) {
        try {
            $envelope = [ordered]@{ ok = $true; value = ConvertTo-M2KWire -Value (Invoke-M2KOperation -Id $Id) }
        } catch {
            $failure = if ($_.Exception -is [System.Management.Automation.ParameterBindingException]) {
                New-M2KFailure -Code 'BadRequest' -Message $_.Exception.Message
            } else {
                Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Unreadable'
            }
            $envelope = [ordered]@{ ok = $false; value = ConvertTo-M2KWire -Value $failure.TargetObject }
        }
        $json = ConvertTo-Json -InputObject $envelope -Depth 30 -Compress
        $script:Reply = @{ Id = $Id; Text = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($json)); Page = 0 }
    }
    Write-M2KReply -Reply $script:Reply
}
