using System.Collections.Concurrent;
using System.Reflection;

namespace M2K.Lab.Outlook;

/// <summary>
/// The first major version that has a member: 12 is 2007, 14 is 2010, 15 is 2013, 16 is all later ones (reference: object model 1.1, 1.6).
/// In an older Outlook its name is unknown.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method)]
public sealed class SinceAttribute(int major) : Attribute
{
    private static readonly ConcurrentDictionary<(Type Type, string Member), int> Known = new();

    /// <summary>The major version.</summary>
    public int Major { get; } = major;

    /// <summary>Whether an object's own Outlook has this member, for a host that shows COM what there is.</summary>
    public static bool Has(DispObj one, MemberInfo member) => (member.GetCustomAttribute<SinceAttribute>()?.Major ?? 0) <= one.Settings.Major;

    /// <summary>The major version of an object's Outlook.</summary>
    public static int MajorOf(DispObj one) => one.Settings.Major;

    /// <summary>The first version with a member of a class; a setter's name ends in "=".</summary>
    internal static int Of(Type type, string member) => Known.GetOrAdd((type, member.TrimEnd('=')), key =>
        key.Type.GetMember(key.Member, BindingFlags.Public | BindingFlags.Instance).Max(one => one.GetCustomAttribute<SinceAttribute>()?.Major) ?? 0);
}
