function ConvertTo-M2KProblem {
    # Something that did not go as it should, as M2KSync.Problem.
    [CmdletBinding()]
    [OutputType('M2KSync.Problem')]
    param([Parameter(Mandatory)] [object] $Problem)

    [pscustomobject]@{
        PSTypeName = 'M2KSync.Problem'
        Target = $Problem.target
        Message = $Problem.message
        Remedy = $Problem.remedy
        Id = $Problem.id
    }
}
