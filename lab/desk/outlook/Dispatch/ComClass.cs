using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
using M2K.Lab.Outlook;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>What COM sees of a class: its public members by name (without regard to case) and by DISPID, and its type information.</summary>
internal sealed class ComClass
{
    private const int FirstId = 0x6000;
    private static readonly ConcurrentDictionary<Type, ComClass> Known = new();
    private readonly Dictionary<string, ComMember> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<int, ComMember> byId = [];
    private readonly Lazy<ITypeInfo> info;

    private ComClass(Type type)
    {
        foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Where(IsVisible))
        {
            var id = member.GetCustomAttribute<DispIdAttribute>(inherit: true)?.Value ?? FirstId + byId.Count;
            var made = new ComMember(member.Name, id, member as PropertyInfo, member as MethodInfo);
            byName.Add(made.Name, made);
            byId.Add(made.Id, made);
        }

        info = new Lazy<ITypeInfo>(() => TypeLibrary.Describe(type.Name, [.. byId.Values]));
    }

    public ITypeInfo Info => info.Value;

    public static ComClass Of(Type type) => Known.GetOrAdd(type, one => new ComClass(one));

    public ComMember? ByName(string name) => byName.GetValueOrDefault(name);

    public ComMember? ById(int id) => byId.GetValueOrDefault(id);

    private static bool IsVisible(MemberInfo member) =>
        member is PropertyInfo or MethodInfo { IsSpecialName: false }
        && (member.DeclaringType!.IsSubclassOf(typeof(DispObj)) || member.DeclaringType == typeof(Server.LabServer));
}
