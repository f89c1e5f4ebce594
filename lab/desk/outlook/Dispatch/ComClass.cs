using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
using M2K.Lab.Outlook;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>What COM sees of a class: its public members by name (without regard to case) and by DISPID, and its type information.</summary>
internal sealed class ComClass
{
    private const int FirstId = 0x6000;
    private static readonly ConcurrentDictionary<(Type Type, int Major), ComClass> Known = new();
    private readonly Dictionary<string, ComMember> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, ComMember> byId = [];
    private readonly Lazy<ITypeInfo> info;

    private ComClass(object target, int major)
    {
        var type = target.GetType();
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(IsVisible))
        {
            if (target is DispObj one && !SinceAttribute.Has(one, member))
            {
                continue;
            }

            var id = member.GetCustomAttribute<DispIdAttribute>(inherit: true)?.Value ?? FirstId + byId.Count;
            var made = new ComMember(member.Name, id, member as PropertyInfo, member as MethodInfo);
            byName.Add(made.Name, made);
            byId.Add(made.Id, made);
        }

        info = new Lazy<ITypeInfo>(() => TypeLibrary.Describe(major is 0 or 16 ? type.Name : type.Name + major.ToString(CultureInfo.InvariantCulture), [.. byId.Values]));
    }

    public ITypeInfo Info => info.Value;

    /// <summary>The class of an object in its version of Outlook: a member that came later has no name there.</summary>
    public static ComClass Of(object target)
    {
        var major = target is DispObj one ? SinceAttribute.MajorOf(one) : 0;
        return Known.GetOrAdd((target.GetType(), major), _ => new ComClass(target, major));
    }

    public ComMember? ByName(string name) => byName.GetValueOrDefault(name);

    public ComMember? ById(int id) => byId.GetValueOrDefault(id);

    private static bool IsVisible(MemberInfo member) =>
        member is PropertyInfo or MethodInfo { IsSpecialName: false }
        && (member.DeclaringType!.IsSubclassOf(typeof(DispObj)) || member.DeclaringType == typeof(Server.LabServer));
}
