using System.Management.Automation;
using System.Reflection;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Member.</summary>
[Cmdlet(VerbsCommon.Get, "Member")]
[OutputType(typeof(MemberDefinition))]
public sealed class GetMemberCommand : PSCmdlet
{
    private readonly HashSet<string> seen = [];
    private bool any;

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    [Parameter]
    public PSMemberViewTypes View { get; set; } = PSMemberViewTypes.Adapted | PSMemberViewTypes.Extended;

    [Parameter]
    public SwitchParameter Static { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null) { return; }
        any = true;
        var type = InputObject.BaseObject as Type ?? InputObject.BaseObject.GetType();
        var typeName = Static ? type.FullName ?? type.Name : InputObject.TypeNames.FirstOrDefault() ?? type.FullName!;
        if (!seen.Add(typeName)) { return; }
        var members = Static ? StaticMembers(type) : InstanceMembers();
        foreach (var member in members.OrderBy(found => found.MemberType).ThenBy(found => found.Name, StringComparer.OrdinalIgnoreCase))
        {
            WriteObject(new MemberDefinition(typeName, member.Name, member.MemberType, member.Definition));
        }
    }

    protected override void EndProcessing()
    {
        if (!any) { WriteError(new ErrorRecord(new InvalidOperationException("You must specify an object for the Get-Member cmdlet."), "NoObjectInGetMember", ErrorCategory.CloseError, null)); }
    }

    private IEnumerable<(string Name, PSMemberTypes MemberType, string Definition)> InstanceMembers()
    {
        foreach (var name in Name)
        {
            foreach (var member in InputObject!.Members.Match(name, MemberType))
            {
                if (!Force && (member.Name is "pstypenames" or "psadapted" or "psbase" or "psextended" or "psobject" || IsAccessor(member))) { continue; }
                yield return (member.Name, member.MemberType, member.ToString()!);
            }
        }
    }

    private IEnumerable<(string Name, PSMemberTypes MemberType, string Definition)> StaticMembers(Type type)
    {
        var patterns = Array.ConvertAll(Name, name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase));
        const BindingFlags Flags = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        foreach (var property in type.GetProperties(Flags).Where(property => MemberType.HasFlag(PSMemberTypes.Property) && patterns.Any(pattern => pattern.IsMatch(property.Name))))
        {
            yield return (property.Name, PSMemberTypes.Property, $"static {property.PropertyType.Name.ToLowerInvariant()} {property.Name} {{get;{(property.CanWrite ? "set;" : "")}}}");
        }
        foreach (var methods in type.GetMethods(Flags).Where(method => MemberType.HasFlag(PSMemberTypes.Method) && (Force || !method.IsSpecialName) && patterns.Any(pattern => pattern.IsMatch(method.Name))).GroupBy(method => method.Name))
        {
            yield return (methods.Key, PSMemberTypes.Method, string.Join(", ", methods.Select(method => $"static {method}")));
        }
    }

    private static bool IsAccessor(PSMemberInfo member) =>
        member is PSMethod && (member.Name.StartsWith("get_", StringComparison.Ordinal) || member.Name.StartsWith("set_", StringComparison.Ordinal));
}
