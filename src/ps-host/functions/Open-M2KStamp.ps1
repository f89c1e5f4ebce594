function Open-M2KStamp {
    # The hidden item of a folder that holds our stamp, unsaved where there is none yet. Refused by stores that keep none (reference: object model 2.7).
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [hashtable] $Folder
    )

    $object = Open-M2KFolder -Outlook $Outlook -Folder $Folder
    try {
        # OlStorageIdentifierType 0: by subject.
        return , $object.GetStorage('M2KSync', 0)
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $object
    }
}
