function Clear-M2KComObject {
    # Lets go of COM objects, in the order given. Outlook hands out the same item in memory while any reference to it lives
    # (reference: object model 3.7), and Exchange online mode opens about 250 items a session (7.4).
    [CmdletBinding()]
    param(
        # One parameter each: an array parameter would take a collection object for its elements.
        [Parameter(Position = 0)] [AllowNull()] [object] $First,
        [Parameter(Position = 1)] [AllowNull()] [object] $Second,
        [Parameter(Position = 2)] [AllowNull()] [object] $Third
    )

    $all = New-Object -TypeName object[] -ArgumentList 3
    $all[0] = $First
    $all[1] = $Second
    $all[2] = $Third
    foreach ($one in $all) {
        if ($null -ne $one -and [System.Runtime.InteropServices.Marshal]::IsComObject($one)) {
            [void] [System.Runtime.InteropServices.Marshal]::ReleaseComObject($one)
        }
    }
}
