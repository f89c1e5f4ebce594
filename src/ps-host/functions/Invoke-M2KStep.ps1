function Invoke-M2KStep {
    # One step of a write (Step of protocol.ts), all but 'save'. The order of steps is the codec's knowledge.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [object] $Item,
        [Parameter(Mandatory)] [hashtable] $Step
    )

    switch ($Step.do) {
        'set' {
            Set-M2KMember -Outlook $Outlook -Object $Item -Name $Step.name -Value $Step.to
        }
        'zone' {
            $zones = Get-M2KMember -Outlook $Outlook -Object $Outlook -Name 'TimeZones'
            $zone = $null
            try {
                $zone = $zones.Item($Step.to)
                Set-M2KMember -Outlook $Outlook -Object $Item -Name $Step.name -Value $zone
            } catch {
                throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused' -Member $Step.name)
            } finally {
                Clear-M2KComObject $zone $zones
            }
        }
        'clearPattern' {
            $Item.ClearRecurrencePattern()
        }
        'pattern' {
            $pattern = $Item.GetRecurrencePattern()
            try {
                foreach ($one in $Step.set) {
                    Set-M2KMember -Outlook $Outlook -Object $pattern -Name $one.name -Value $one.to
                }
            } finally {
                Clear-M2KComObject $pattern
            }
        }
        'user' {
            Set-M2KUserProperty -Outlook $Outlook -Item $Item -Name $Step.name -Text $Step.to
        }
        'recipients' {
            Set-M2KRecipient -Outlook $Outlook -Item $Item -To $Step.to
        }
        'property' {
            Set-M2KProperty -Outlook $Outlook -Item $Item -Schema $Step.schema -Value $Step.to
        }
        'picture' {
            Set-M2KPicture -Item $Item -Base64 $Step.to
        }
        'seal' {
            Set-M2KSeal -Outlook $Outlook -Item $Item -Step $Step
        }
        'attach' {
            Add-M2KAttachment -Outlook $Outlook -Item $Item -Name $Step.name -Base64 $Step.octets
        }
        'detach' {
            Remove-M2KAttachment -Outlook $Outlook -Item $Item -Name $Step.name -Sha256 $Step.sha256
        }
        'rtf' {
            Set-M2KMember -Outlook $Outlook -Object $Item -Name 'RTFBody' -Value ([Convert]::FromBase64String($Step.to))
        }
        'members' {
            Set-M2KListMember -Outlook $Outlook -List $Item -Add $Step.add -Remove $Step.remove
        }
        default {
            throw (New-M2KFailure -Code 'BadRequest' -Message "No step '$($Step.do)'.")
        }
    }
}
