function Add-M2KNotice {
    # Leaves a post in the Inbox, which is an item like any other there and is sent to nobody (rules.md 26, 29).
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $Subject,
        [Parameter(Mandatory)] [string] $Body
    )

    $namespace = $Outlook.GetNamespace('MAPI')
    $inbox = $null
    $items = $null
    $post = $null
    try {
        # OlDefaultFolders: 6 inbox.
        $inbox = $namespace.GetDefaultFolder(6)
        $items = Get-M2KMember -Outlook $Outlook -Object $inbox -Name 'Items'
        $post = $items.Add('IPM.Post')
        Set-M2KMember -Outlook $Outlook -Object $post -Name 'Subject' -Value $Subject
        Set-M2KMember -Outlook $Outlook -Object $post -Name 'Body' -Value $Body
        $post.Save()
        return @{}
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $post $items $inbox
        Clear-M2KComObject $namespace
    }
}
