using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace Microsoft.PowerShell.Commands;

/// <summary>Add-Type for compiled assemblies. Source text needs a compiler, which this console has not.</summary>
[Cmdlet(VerbsCommon.Add, "Type", DefaultParameterSetName = "FromSource")]
[OutputType(typeof(Type))]
public sealed class AddTypeCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "FromSource")]
    [ValidateTrustedData]
    public string TypeDefinition { get; set; } = "";

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "FromMember")]
    public string Name { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "FromMember")]
    public string[] MemberDefinition { get; set; } = [];

    [Parameter(ParameterSetName = "FromMember")]
    [Alias("NS")]
    public string? Namespace { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "FromPath")]
    [ValidateTrustedData]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "FromLiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateTrustedData]
    public string[] LiteralPath { get => Path; set => Path = value; }

    [Parameter(Mandatory = true, ParameterSetName = "FromAssemblyName")]
    [Alias("AN")]
    [ValidateTrustedData]
    public string[] AssemblyName { get; set; } = [];

    [Parameter(ParameterSetName = "FromSource")]
    [Parameter(ParameterSetName = "FromMember")]
    [Alias("RA")]
    public string[]? ReferencedAssemblies { get; set; }

    [Parameter(ParameterSetName = "FromSource")]
    [Parameter(ParameterSetName = "FromMember")]
    public string? Language { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public SwitchParameter IgnoreWarnings { get; set; }

    protected override void BeginProcessing()
    {
        if (SessionState.LanguageMode == PSLanguageMode.ConstrainedLanguage)
        {
            Fail(new PSNotSupportedException("Cannot add type. Definition of new types is not supported in this language mode."), "CannotDefineNewType", ErrorCategory.PermissionDenied);
        }
    }

    protected override void EndProcessing()
    {
        switch (ParameterSetName)
        {
            case "FromAssemblyName":
                foreach (var name in AssemblyName) { Add(ByName(name)); }
                break;
            case "FromPath" or "FromLiteralPath":
                foreach (var path in Path)
                {
                    var files = ParameterSetName == "FromPath"
                        ? SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)
                        : [SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)];
                    foreach (var file in files) { Add(ByPath(file)); }
                }
                break;
            default:
                Fail(new PSNotSupportedException("Add-Type with source text is not available in this console: it has no compiler. Use -Path or -AssemblyName."), "SOURCE_NOT_AVAILABLE", ErrorCategory.NotImplemented);
                break;
        }
    }

    private static Assembly? ByName(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Assembly? ByPath(string path) => File.Exists(path) ? AssemblyLoadContext.Default.LoadFromAssemblyPath(path) : null;

    private void Add(Assembly? assembly)
    {
        if (assembly is null)
        {
            Fail(new PSArgumentException($"Cannot find the assembly '{string.Join(", ", ParameterSetName == "FromAssemblyName" ? AssemblyName : Path)}'."), "ASSEMBLY_NOT_FOUND", ErrorCategory.ObjectNotFound);
            return;
        }
        if (PassThru) { WriteObject(assembly.GetTypes(), enumerateCollection: true); }
    }

    private void Fail(Exception error, string id, ErrorCategory category) => ThrowTerminatingError(new ErrorRecord(error, id, category, null));
}
