using System.Management.Automation;
using System.Management.Automation.Runspaces;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Update-TypeData.</summary>
[Cmdlet(VerbsData.Update, "TypeData", SupportsShouldProcess = true, DefaultParameterSetName = "FileSet")]
public sealed class UpdateTypeDataCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "FileSet")]
    [Alias("PSPath", "Path")]
    public string[] AppendPath { get; set; } = [];

    [Parameter(ParameterSetName = "FileSet")]
    public string[] PrependPath { get; set; } = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "TypeDataSet")]
    public TypeData[] TypeData { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "DynamicTypeSet")]
    [ValidateNotNullOrEmpty]
    public string TypeName { get; set; } = "";

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public PSMemberTypes? MemberType { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public string? MemberName { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public object? Value { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public object? SecondValue { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public string? DefaultDisplayProperty { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public string[]? DefaultDisplayPropertySet { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public string[]? DefaultKeyPropertySet { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    public int SerializationDepth { get; set; }

    [Parameter(ParameterSetName = "DynamicTypeSet")]
    [Parameter(ParameterSetName = "TypeDataSet")]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "FileSet") { LoadFiles(); }
        else if (ParameterSetName == "TypeDataSet") { foreach (var data in TypeData) { Add(data); } }
        else { Add(Described()); }
    }

    private void LoadFiles()
    {
        foreach (var path in PrependPath.Concat(AppendPath).SelectMany(path => SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)))
        {
            if (ShouldProcess($"FileName: {path}", "Update TypeData")) { EngineInternals.State(this).Types.Add(new SessionStateTypeEntry(path)); }
        }
        EngineInternals.Reload(this, formats: false);
    }

    private TypeData Described()
    {
        var data = new TypeData(TypeName) { DefaultDisplayProperty = DefaultDisplayProperty };
        if (DefaultDisplayPropertySet is not null) { data.DefaultDisplayPropertySet = new PropertySetData(DefaultDisplayPropertySet); }
        if (DefaultKeyPropertySet is not null) { data.DefaultKeyPropertySet = new PropertySetData(DefaultKeyPropertySet); }
        if (SerializationDepth > 0) { data.SerializationDepth = (uint)SerializationDepth; }
        if (MemberType is null) { return data; }
        TypeMemberData member = MemberType switch
        {
            PSMemberTypes.NoteProperty => new NotePropertyData(MemberName, Value),
            PSMemberTypes.AliasProperty => new AliasPropertyData(MemberName, LanguagePrimitives.ConvertTo<string>(Value)),
            PSMemberTypes.ScriptProperty => new ScriptPropertyData(MemberName, Script(Value), Script(SecondValue)),
            PSMemberTypes.ScriptMethod => new ScriptMethodData(MemberName, Script(Value)),
            PSMemberTypes.CodeProperty => new CodePropertyData(MemberName, LanguagePrimitives.ConvertTo<System.Reflection.MethodInfo>(Value)),
            _ => throw new PSInvalidOperationException($"Members of type {MemberType} cannot be added to type data."),
        };
        data.Members.Add(MemberName ?? throw new PSArgumentException("A member needs a name.", nameof(MemberName)), member);
        return data;
    }

    private void Add(TypeData data)
    {
        if (!ShouldProcess($"TypeName: {data.TypeName}", "Update TypeData")) { return; }
        if (Force) { data.IsOverride = true; }
        try
        {
            EngineInternals.Types(this).AddType(data);
        }
        catch (RuntimeException error)
        {
            WriteError(new ErrorRecord(error, "TypesDynamicUpdateException", ErrorCategory.InvalidOperation, null));
        }
    }

    private static ScriptBlock? Script(object? value) => value is null ? null : LanguagePrimitives.ConvertTo<ScriptBlock>(value);
}
