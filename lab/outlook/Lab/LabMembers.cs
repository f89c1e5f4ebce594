using System.Reflection;

namespace M2K.Lab.Outlook;

/// <summary>Lists the COM-visible members by reflection, so that a test can hold every one to the types a VARIANT carries.</summary>
internal static class LabMembers
{
    public static object?[] List() =>
        [.. typeof(DispObj).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DispObj)) && !type.IsAbstract)
            .SelectMany(Of)
            .Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Of(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member.DeclaringType!.IsSubclassOf(typeof(DispObj)))
            .Select(member => member switch
            {
                PropertyInfo property => type.Name + "." + property.Name + " : " + property.PropertyType.Name,
                MethodInfo { IsSpecialName: false } method => type.Name + "." + method.Name + "("
                    + string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name)) + ") : " + method.ReturnType.Name,
                _ => "",
            })
            .Where(text => text.Length > 0);
}
