function Read-M2KProperty {
    # A property, read so that a failing getter throws. Reading plainly is quick, but gives $null where the getter fails (reference: object model 7.2):
    # what gives $null is asked once more by a way that throws. Not .PSObject.Properties for a COM object: PowerShell reads the whole type for it, member
    # by member through the process border, for every object anew (on the desk 95 ms an appointment against 1 ms, 2026-11-22).
    # An unknown member throws a COMException DISP_E_UNKNOWNNAME. Callers have looked the name up in the list.
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Object,
        [Parameter(Mandatory)] [string] $Name
    )

    $value = $null
    try {
        $value = $Object.$Name
    } catch [System.Management.Automation.PropertyNotFoundException] {
        Write-Verbose -Message "'$Name' is unknown, or its type could not be read: asked by name."
    }
    if ($null -ne $value) {
        return , $value
    }
    if ([System.Runtime.InteropServices.Marshal]::IsComObject($Object)) {
        return , [System.__ComObject].InvokeMember($Name, [System.Reflection.BindingFlags]::GetProperty, $null, $Object, $null)
    }
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) {
        throw (New-Object -TypeName System.Runtime.InteropServices.COMException -ArgumentList "'$Name' is unknown to this object.", 0x80020006)
    }
    return , $property.get_Value()
}
