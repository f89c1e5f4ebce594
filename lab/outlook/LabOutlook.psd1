@{
    RootModule        = 'LabOutlook.psm1'
    ModuleVersion     = '1.0.0'
    GUID              = 'c3a7d0e5-6b0e-4e0a-9d57-0f6a9c1d6a41'
    Author            = 'M2KSync'
    Description       = 'A stand-in for classic Outlook''s object model, for tests and demonstrations without Outlook.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @('New-LabMailbox', 'Get-LabOutlook')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
