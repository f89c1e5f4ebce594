# The lab's Task Scheduler: the members of Schedule.Service that its documentation gives to scripts, over a folder of task files. Knows nothing of M2KSync.
# It refuses what the service refuses, by the service's error codes, and starts nothing by itself: Start-LabTask is the moment when a trigger fires.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$script:Namespace = 'http://schemas.microsoft.com/windows/2004/02/mit/task'

function New-LabTaskError {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [long] $Code, [Parameter(Mandatory)] [string] $Message)

    return New-Object -TypeName System.Runtime.InteropServices.COMException -ArgumentList $Message, ([BitConverter]::ToInt32([BitConverter]::GetBytes($Code), 0))
}

# A file is a task: its path below the lab's folder is the task's path in the scheduler.
function Get-LabTaskFile {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Root, [Parameter(Mandatory)] [string] $Path)

    return [IO.Path]::Combine($Root, $Path.Trim([char[]] '\').Replace('\', '/'))
}

class LabTask {
    [string] $Name
    [string] $Path
    [string] $Xml
    [bool] $Enabled
    [int] $State
    [datetime] $LastRunTime
    [datetime] $NextRunTime

    LabTask([string] $Path, [string] $File) {
        $this.Path = $Path
        $this.Name = $Path.Split([char[]] '\')[-1]
        $this.Xml = [IO.File]::ReadAllText($File)
        $this.Enabled = $this.Xml -notmatch '(?s)<Settings>.*<Enabled>false</Enabled>.*</Settings>'
        $this.State = if ($this.Enabled) { 3 } else { 1 }
        $this.LastRunTime = [datetime] '1899-12-30'
        if ([IO.File]::Exists("$File.ran")) {
            $this.LastRunTime = [IO.File]::GetLastWriteTime("$File.ran")
        }
        $this.NextRunTime = [datetime] '1899-12-30'
        $start = [regex]::Match($this.Xml, '<StartBoundary>([^<]+)<').Groups[1].Value
        $interval = [regex]::Match($this.Xml, '<Interval>PT(\d+)M<').Groups[1].Value
        if ($this.Enabled -and $start -ne '' -and $interval -ne '') {
            $first = [datetime]::Parse($start, [cultureinfo]::InvariantCulture)
            $steps = [Math]::Floor(([datetime]::Now - $first).TotalMinutes / [int] $interval) + 1
            $this.NextRunTime = $first.AddMinutes($steps * [int] $interval)
        }
    }
}

class LabTaskCollection {
    hidden [object[]] $All
    [int] $Count

    LabTaskCollection([object[]] $All) {
        $this.All = $All
        $this.Count = $All.Count
    }

    [object] Item([int] $Index) {
        return $this.All[$Index - 1]
    }
}

class LabTaskFolder {
    hidden [string] $Root
    [string] $Path

    LabTaskFolder([string] $Root, [string] $Path) {
        $this.Root = $Root
        $this.Path = $Path
    }

    hidden [string] Under([string] $Name) {
        if ($Name.StartsWith('\')) {
            return $Name
        }
        return $this.Path.TrimEnd([char[]] '\') + '\' + $Name
    }

    [object] GetTask([string] $Name) {
        $file = Get-LabTaskFile -Root $this.Root -Path $this.Under($Name)
        if (-not [IO.File]::Exists("$file.xml")) {
            throw (New-LabTaskError -Code 0x80070002L -Message 'The system cannot find the file specified.')
        }
        return [LabTask]::new($this.Under($Name), "$file.xml")
    }

    [object] GetTasks([int] $Flags) {
        $folder = Get-LabTaskFile -Root $this.Root -Path $this.Path
        $own = $this
        $all = foreach ($file in @([IO.Directory]::GetFiles($folder, '*.xml') | Sort-Object)) {
            [LabTask]::new($own.Under([IO.Path]::GetFileNameWithoutExtension($file)), $file)
        }
        return [LabTaskCollection]::new(@($all))
    }

    [object] RegisterTask([string] $Name, [string] $Xml, [int] $Flags, [object] $User, [object] $Password, [int] $LogonType, [object] $Sddl) {
        if ($Flags -ne 6 -or $LogonType -ne 3) {
            throw (New-LabTaskError -Code 0x80070057L -Message 'The parameter is incorrect.')
        }
        if ([IO.File]::Exists([IO.Path]::Combine($this.Root, 'no-tasks'))) {
            throw (New-LabTaskError -Code 0x80070005L -Message 'Access is denied.')
        }
        Assert-LabTaskXml -Xml $Xml
        $file = Get-LabTaskFile -Root $this.Root -Path $this.Under($Name)
        [IO.File]::WriteAllText("$file.xml", $Xml)
        return $this.GetTask($Name)
    }

    [void] DeleteTask([string] $Name, [int] $Flags) {
        $file = Get-LabTaskFile -Root $this.Root -Path $this.Under($Name)
        if (-not [IO.File]::Exists("$file.xml")) {
            throw (New-LabTaskError -Code 0x80070002L -Message 'The system cannot find the file specified.')
        }
        [IO.File]::Delete("$file.xml")
    }

    [object] CreateFolder([string] $Name, [object] $Sddl) {
        if ([IO.File]::Exists([IO.Path]::Combine($this.Root, 'no-folders'))) {
            throw (New-LabTaskError -Code 0x80070005L -Message 'Access is denied.')
        }
        [void] [IO.Directory]::CreateDirectory((Get-LabTaskFile -Root $this.Root -Path $this.Under($Name)))
        return [LabTaskFolder]::new($this.Root, $this.Under($Name))
    }

    [void] DeleteFolder([string] $Name, [int] $Flags) {
        [IO.Directory]::Delete((Get-LabTaskFile -Root $this.Root -Path $this.Under($Name)))
    }
}

class LabTaskService {
    hidden [string] $Root

    LabTaskService([string] $Root) {
        $this.Root = $Root
    }

    [object] GetFolder([string] $Path) {
        if (-not [IO.Directory]::Exists((Get-LabTaskFile -Root $this.Root -Path $Path))) {
            throw (New-LabTaskError -Code 0x80070003L -Message 'The system cannot find the path specified.')
        }
        return [LabTaskFolder]::new($this.Root, $Path)
    }
}

function Assert-LabTaskXml {
    # What the service says no to and a standard user would meet: text that is not a task (SCHED_E_MALFORMEDXML), an encoding that a string cannot have, and
    # a logon trigger for everybody, which is an administrator's (reference 5.2).
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Xml)

    if ($Xml -match '^<\?xml[^>]*encoding="(?!UTF-16)') {
        throw (New-LabTaskError -Code 0x8004131AL -Message '(1,40) unable to switch the encoding')
    }
    $document = New-Object -TypeName System.Xml.XmlDocument
    try {
        $document.LoadXml($Xml)
    } catch {
        throw (New-LabTaskError -Code 0x8004131AL -Message "The task XML is malformed. $($_.Exception.Message)")
    }
    if ($document.DocumentElement.LocalName -ne 'Task' -or $document.DocumentElement.NamespaceURI -ne $script:Namespace) {
        throw (New-LabTaskError -Code 0x80041319L -Message 'The task XML contains an unexpected node.')
    }
    foreach ($trigger in @($document.GetElementsByTagName('LogonTrigger', $script:Namespace))) {
        if ($trigger.GetElementsByTagName('UserId', $script:Namespace).Count -eq 0) {
            throw (New-LabTaskError -Code 0x80070005L -Message 'Access is denied.')
        }
    }
}

function Get-LabScheduler {
    <#
    .SYNOPSIS
    The scheduler over a folder, and the user it takes this one for.
    .PARAMETER Folder
    Where tasks are kept; made if it is not there. A file named no-folders in it makes a scheduler in which users may make
    no folder, one named no-tasks a scheduler in which they may register nothing.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [string] $Folder)

    [void] [IO.Directory]::CreateDirectory($Folder)
    return @{ Service = [LabTaskService]::new($Folder); Sid = 'S-1-5-21-1000000001-1000000002-1000000003-1104'; Machine = '' }
}

Export-ModuleMember -Function 'Get-LabScheduler'
