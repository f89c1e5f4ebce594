function Set-M2KSyncCollection {
    <#
    .SYNOPSIS
    Chooses whether and how a calendar or address book is synced.
    .DESCRIPTION
    Takes effect at the next sync. Where the server gives no right to write, the direction stays to Outlook only, and a warning says so.
    .PARAMETER Id
    The collection's id, as Get-M2KSyncCollection gives it.
    .PARAMETER Enabled
    Whether it is synced. Switched off, the Outlook folder and its items stay; switched on again, it goes on where it was.
    .PARAMETER Direction
    both, or toOutlook: Outlook follows the server, and what is added to such a calendar in Outlook is undone.
    .PARAMETER DefaultFolder
    Joins a personal calendar or address book to Outlook's own default folder instead of a folder of its own. Switching it moves the items at the next
    sync; switched off, what was born in Outlook stays in the default folder.
    .PARAMETER Clash
    Who wins when both sides changed the same field: server, outlook, or newer. The loser is kept in the undo store.
    .PARAMETER Attendees
    Attendees in Outlook. auto: those of other people's meetings are recipients, those of the user's own that were made on the server stand as text
    below the body. recipients: all are recipients; Outlook then offers to send the user's own meetings to them, which M2KSync never does. text: all
    stand as text. off: they stay on the server.
    .PARAMETER BusyOnly
    Directions in which only the time crosses, without subject, place or text: never, toServer, toOutlook, both.
    .PARAMETER Reminders
    Whether reminders are synced. Without a choice those of personal calendars are.
    .PARAMETER PastDays
    New events from so many days back only are made on the other side; -1 for all. What is synced already stays in sync.
    .PARAMETER FutureDays
    New events up to so many days ahead only; -1 for all.
    .PARAMETER Birthdays
    Whether the events that Outlook makes for birthdays and anniversaries of contacts are synced with this calendar. They are not unless asked.
    .PARAMETER Merged
    Puts a company address book into one folder with all others that have this; a person who is in several of them appears once.
    .PARAMETER Relink
    Joins it to an Outlook folder anew, where the one before was deleted or is not wanted any more. Items are paired again by their identifiers; nothing
    is deleted.
    .PARAMETER RemoveItems
    With -Enabled $false: takes what sync brought out of the Outlook folder, into Deleted Items. What was made or changed in Outlook stays, and the
    server keeps everything.
    .PARAMETER PassThru
    Gives the collection as it is now.
    .PARAMETER ProfileName
    The profile it belongs to.
    .EXAMPLE
    Get-M2KSyncCollection | Where-Object Kind -EQ contact | Set-M2KSyncCollection -Direction toOutlook

    Contacts go from Mail2000 to Outlook only.
    .EXAMPLE
    Set-M2KSyncCollection -Id default-1a2b3c4d -DefaultFolder $true

    The personal calendar is synced with Outlook's default calendar.
    .INPUTS
    M2KSync.Collection
    .OUTPUTS
    None, or M2KSync.Collection with -PassThru
    .LINK
    Get-M2KSyncCollection
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('M2KSync.Collection')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [string] $Id,
        [bool] $Enabled,
        [ValidateSet('both', 'toOutlook')] [string] $Direction,
        [bool] $DefaultFolder,
        [ValidateSet('server', 'outlook', 'newer')] [string] $Clash,
        [ValidateSet('auto', 'recipients', 'text', 'off')] [string] $Attendees,
        [ValidateSet('never', 'toServer', 'toOutlook', 'both')] [string] $BusyOnly,
        [bool] $Reminders,
        [ValidateRange(-1, 36500)] [int] $PastDays,
        [ValidateRange(-1, 36500)] [int] $FutureDays,
        [bool] $Birthdays,
        [bool] $Merged,
        [switch] $Relink,
        [switch] $RemoveItems,
        [switch] $PassThru,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $ProfileName = 'default'
    )

    process {
        if (-not $PSCmdlet.ShouldProcess($Id, $script:Strings.SetAction)) { return }
        $fields = @{
            Id = 'collection'; Enabled = 'enabled'; Direction = 'direction'; DefaultFolder = 'defaultFolder'; Clash = 'clash'; Relink = 'relink'; RemoveItems = 'removeItems'
            Attendees = 'attendees'; BusyOnly = 'busyOnly'; Reminders = 'reminders'; PastDays = 'pastDays'; FutureDays = 'futureDays'; Birthdays = 'birthdays'; Merged = 'merged'
        }
        $request = New-M2KRequest -Command 'select' -ProfileName $ProfileName -Bound $PSBoundParameters -Fields $fields
        $value = Get-M2KResult -Cmdlet $PSCmdlet -Request $request
        if ($PassThru) { ConvertTo-M2KCollection -Collection $value.collection -ProfileName $ProfileName }
    }
}
