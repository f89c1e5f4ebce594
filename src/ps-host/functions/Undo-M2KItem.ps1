function Undo-M2KItem {
    # Drops unsaved changes of an item after a failed write: its object may be the very one that the user has open.
    [CmdletBinding()]
    param([AllowNull()] [object] $Item)

    if ($null -eq $Item) {
        return
    }
    try {
        # OlInspectorClose 1: discard.
        $Item.Close(1)
    } catch {
        # The write's own failure is what the caller must see.
        Write-Verbose -Message $_.Exception.Message
    }
}
