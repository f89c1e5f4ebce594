function Remove-M2KTrialStore {
    # Takes a trial's data file out of the profile; the file itself stays. Not there is success.
    [CmdletBinding()]
    [OutputType([hashtable])]
    param(
        [Parameter(Mandatory)] [object] $Outlook,
        [Parameter(Mandatory)] [string] $File
    )

    $namespace = $null
    $folder = $null
    $store = Find-M2KTrialStore -Outlook $Outlook -File $File
    if ($null -eq $store) {
        return @{}
    }
    try {
        $namespace = $Outlook.GetNamespace('MAPI')
        $folder = $store.GetRootFolder()
        $namespace.RemoveStore($folder)
        return @{}
    } catch {
        throw (Resolve-M2KFailure -ErrorRecord $_ -Otherwise 'Refused')
    } finally {
        Clear-M2KComObject $folder $store $namespace
    }
}
