// What types of .NET Framework 4.7.2 and of Windows PowerShell 5.1's own library have, read from their reference assemblies. On stdin: one full name a line.
// On stdout: `name TAB member member ...` for each that exists, with what its base types have; a name that does not exist gives no line. Run by generate.mjs.
#:package Microsoft.NETFramework.ReferenceAssemblies.net472@1.0.3
#:package PowerShellStandard.Library@5.1.1
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var framework = Path.Combine(packages, "microsoft.netframework.referenceassemblies.net472", "1.0.3", "build", ".NETFramework", "v4.7.2");
var automation = Path.Combine(packages, "powershellstandard.library", "5.1.1", "lib", "netstandard2.0", "System.Management.Automation.dll");

var types = new Dictionary<string, (MetadataReader Reader, TypeDefinition Type)>(StringComparer.Ordinal);
foreach (var file in Directory.GetFiles(framework, "*.dll").Append(automation))
{
    var image = new PEReader(File.OpenRead(file));
    if (!image.HasMetadata) continue;
    var reader = image.GetMetadataReader();
    foreach (var handle in reader.TypeDefinitions)
    {
        var type = reader.GetTypeDefinition(handle);
        types.TryAdd(NameOf(reader, type), (reader, type));
    }
}

while (Console.ReadLine() is { } name)
{
    if (!types.ContainsKey(name)) continue;
    var members = new SortedSet<string>(StringComparer.Ordinal);
    for (var at = name; at is not null && types.TryGetValue(at, out var found); at = BaseOf(found.Reader, found.Type)) Collect(found.Reader, found.Type, members);
    Console.WriteLine($"{name}\t{string.Join(' ', members)}");
}

static string NameOf(MetadataReader reader, TypeDefinition type)
{
    var name = reader.GetString(type.Name);
    var outer = type.GetDeclaringType();
    return outer.IsNil ? $"{reader.GetString(type.Namespace)}.{name}" : $"{NameOf(reader, reader.GetTypeDefinition(outer))}+{name}";
}

static string? BaseOf(MetadataReader reader, TypeDefinition type)
{
    switch (type.BaseType.Kind)
    {
        case HandleKind.TypeReference when !type.BaseType.IsNil:
            var reference = reader.GetTypeReference((TypeReferenceHandle)type.BaseType);
            return $"{reader.GetString(reference.Namespace)}.{reader.GetString(reference.Name)}";
        case HandleKind.TypeDefinition when !type.BaseType.IsNil:
            return NameOf(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType));
        default:
            return null;
    }
}

static void Collect(MetadataReader reader, TypeDefinition type, SortedSet<string> members)
{
    foreach (var handle in type.GetMethods())
    {
        var method = reader.GetMethodDefinition(handle);
        if ((method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public) members.Add(reader.GetString(method.Name) == ".ctor" ? "new" : reader.GetString(method.Name));
    }

    foreach (var handle in type.GetProperties()) members.Add(reader.GetString(reader.GetPropertyDefinition(handle).Name));
    foreach (var handle in type.GetFields())
    {
        var field = reader.GetFieldDefinition(handle);
        if ((field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public) members.Add(reader.GetString(field.Name));
    }
}
