using System.Management.Automation;
using System.Collections;

namespace Microsoft.PowerShell.Commands;

/// <summary>Add-Member.</summary>
[Cmdlet(VerbsCommon.Add, "Member", DefaultParameterSetName = "TypeNameSet")]
public sealed class AddMemberCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "MemberSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NotePropertyMultiMemberSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "TypeNameSet")]
    public PSObject InputObject { get; set; } = null!;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "MemberSet")]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; }

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "MemberSet")]
    public string Name { get; set; } = "";

    [Parameter(Position = 2, ParameterSetName = "MemberSet")]
    public object? Value { get; set; }

    [Parameter(Position = 3, ParameterSetName = "MemberSet")]
    public object? SecondValue { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertySingleMemberSet")]
    [ValidateNotNullOrEmpty]
    public string NotePropertyName { get; set; } = "";

    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "NotePropertySingleMemberSet")]
    [AllowNull]
    public object? NotePropertyValue { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "NotePropertyMultiMemberSet")]
    public IDictionary NotePropertyMembers { get; set; } = new Hashtable();

    [Parameter(ParameterSetName = "MemberSet")]
    [Parameter(ParameterSetName = "NotePropertySingleMemberSet")]
    [Parameter(ParameterSetName = "NotePropertyMultiMemberSet")]
    [Parameter(Mandatory = true, ParameterSetName = "TypeNameSet")]
    [ValidateNotNullOrEmpty]
    public string? TypeName { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        if (TypeName is not null) { InputObject.TypeNames.Insert(0, TypeName); }
        foreach (var member in Members()) { Add(member); }
        if (PassThru) { WriteObject(InputObject); }
    }

    private IEnumerable<PSMemberInfo> Members() => ParameterSetName switch
    {
        "NotePropertySingleMemberSet" => [new PSNoteProperty(NotePropertyName, NotePropertyValue)],
        "NotePropertyMultiMemberSet" => NotePropertyMembers.Cast<DictionaryEntry>().Select(entry => new PSNoteProperty(entry.Key.ToString(), entry.Value)),
        "MemberSet" => [Member()],
        _ => [],
    };

    private PSMemberInfo Member() => MemberType switch
    {
        PSMemberTypes.NoteProperty => new PSNoteProperty(Name, Value),
        PSMemberTypes.AliasProperty => SecondValue is null
            ? new PSAliasProperty(Name, Plain<string>(Value))
            : new PSAliasProperty(Name, Plain<string>(Value), LanguagePrimitives.ConvertTo<Type>(SecondValue)),
        PSMemberTypes.ScriptProperty => new PSScriptProperty(Name, Plain<ScriptBlock>(Value), SecondValue is null ? null : Plain<ScriptBlock>(SecondValue)),
        PSMemberTypes.ScriptMethod => new PSScriptMethod(Name, Plain<ScriptBlock>(Value)),
        PSMemberTypes.CodeMethod => new PSCodeMethod(Name, Plain<System.Reflection.MethodInfo>(Value)),
        PSMemberTypes.PropertySet => new PSPropertySet(Name, LanguagePrimitives.ConvertTo<string[]>(Value)),
        PSMemberTypes.MemberSet => new PSMemberSet(Name),
        _ => throw new PSInvalidOperationException($"Cannot add a member of type {MemberType}."),
    };

    private void Add(PSMemberInfo member)
    {
        if (InputObject.Members[member.Name] is { } known)
        {
            if (!Force)
            {
                WriteError(new ErrorRecord(
                    new InvalidOperationException($"Cannot add a member with the name \"{member.Name}\" because a member with that name already exists. To overwrite the member anyway, add the Force parameter to your command."),
                    "MemberAlreadyExists", ErrorCategory.InvalidOperation, InputObject));
                return;
            }
            if (known.IsInstance) { InputObject.Members.Remove(member.Name); }
        }
        InputObject.Members.Add(member);
    }

    private static T Plain<T>(object? value) => LanguagePrimitives.ConvertTo<T>(value is PSObject wrapped ? wrapped.BaseObject : value);
}
