function Clear-M2KComObject {
    # Lets go of COM objects, in the order given. Outlook hands out the same item in memory while any reference to it lives
    # (reference: object model 3.7), and Exchange online mode opens about 250 items a session (7.4).
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0, ValueFromRemainingArguments)] [AllowNull()] [object[]] $Object)

    foreach ($one in $Object) {
        if ($null -ne $one -and [System.Runtime.InteropServices.Marshal]::IsComObject($one)) {
            [void] [System.Runtime.InteropServices.Marshal]::ReleaseComObject($one)
        }
    }
}
