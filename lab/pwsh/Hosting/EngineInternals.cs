using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>
/// Every non-public member of System.Management.Automation 7.6.9 that the console itself reaches for, in one place.
/// A newer engine that has renamed one fails here, by name.
/// </summary>
internal static class EngineInternals
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>With -File the script's <c>exit n</c> ends the process with n instead of only the script.</summary>
    public static void RethrowExit(Runspace runspace) => Set(Context(runspace), "ScriptCommandProcessorShouldRethrowExit", true);

    /// <summary>The global session state of an open runspace.</summary>
    public static SessionState SessionOf(Runspace runspace) => (SessionState)Read(Context(runspace), "SessionState")!;

    /// <summary>Sets a variable's options even when it is constant.</summary>
    public static void SetOptions(PSVariable variable, ScopedItemOptions options) =>
        Member(typeof(PSVariable).GetField("_options", Any), "PSVariable._options").SetValue(variable, options);

    /// <summary>Marks an object as coming from the error stream, so that Out-Default sends it to stderr.</summary>
    public static void MarkAsError(PSObject value)
    {
        var property = Member(typeof(PSObject).GetProperty("WriteStream", Any), "PSObject.WriteStream");
        property.SetValue(value, Enum.Parse(property.PropertyType, "Error"));
    }

    /// <summary>Write-Error speaks in the caller's name: position and error id are the caller's.</summary>
    public static void AttributeTo(ErrorRecord record, InvocationInfo caller)
    {
        Member(typeof(ErrorRecord).GetMethod("SetInvocationInfo", Any), "ErrorRecord.SetInvocationInfo").Invoke(record, [caller]);
        Set(record, "PreserveInvocationInfoOnce", true);
    }

    /// <summary>Whether Constrained Language lets scripts create and use the type.</summary>
    public static bool IsCoreType(Type type) =>
        (bool)Member(EngineType("CoreTypes").GetMethod("Contains", Any), "CoreTypes.Contains").Invoke(null, [type])!;

    /// <summary>Calls a constructor with the engine's own choice of overload and conversions.</summary>
    public static object Construct(Type type, ConstructorInfo[] constructors, object?[] arguments) =>
        Call(Member(EngineType("DotNetAdapter").GetMethod("ConstructorInvokeDotNet", Any), "DotNetAdapter.ConstructorInvokeDotNet"), type, constructors, arguments)!;

    /// <summary>The exception by which a command tells the commands before it in the pipeline to stop (Select-Object -First).</summary>
    public static Exception StopUpstream(Cmdlet command) =>
        (Exception)Activator.CreateInstance(EngineType("StopUpstreamCommandsException"), command)!;

    /// <summary>Several objects as one CliXml document; the public serializer takes one object only.</summary>
    public static string Serialize(IList<object> values, int depth) =>
        (string)Call(Member(typeof(PSSerializer).GetMethod("Serialize", Any, [typeof(IList<object>), typeof(int), typeof(bool)]), "PSSerializer.Serialize"), values, depth, true)!;

    /// <summary>An alias; the constructors of AliasInfo are internal.</summary>
    public static AliasInfo NewAlias(PSCmdlet command, string name, string definition, ScopedItemOptions options, string description)
    {
        var alias = (AliasInfo)Activator.CreateInstance(typeof(AliasInfo), Any, null, [name, definition, Context(command), options], null)!;
        alias.Description = description;
        return alias;
    }

    /// <summary>The type table of the session (Update-TypeData).</summary>
    public static TypeTable Types(Cmdlet command) => (TypeTable)Read(Context(command), "TypeTable")!;

    /// <summary>Loads the type or format files that were added to the session's state since it was opened.</summary>
    public static void Reload(PSCmdlet command, bool formats)
    {
        var context = Context(command);
        var state = (InitialSessionState)Read(context, "InitialSessionState")!;
        var name = formats ? "UpdateFormats" : "UpdateTypes";
        Member(typeof(InitialSessionState).GetMethod(name, Any), name).Invoke(state, [context, true]);
    }

    public static InitialSessionState State(Cmdlet command) => (InitialSessionState)Read(Context(command), "InitialSessionState")!;

    private static object Context(Cmdlet command) => Read(command, "Context")!;

    private static object? Read(object target, string name) =>
        Member(target.GetType().GetProperty(name, Any), $"{target.GetType().Name}.{name}").GetValue(target);

    private static Type EngineType(string name) =>
        Member(typeof(PSObject).Assembly.GetType("System.Management.Automation." + name), name);

    private static object? Call(MethodInfo method, params object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error.InnerException).Throw();
            throw;
        }
    }

    private static object Context(Runspace runspace) =>
        Member(typeof(Runspace).GetProperty("ExecutionContext", Any), "Runspace.ExecutionContext").GetValue(runspace)!;

    private static void Set(object target, string name, object value) =>
        Member(target.GetType().GetProperty(name, Any), $"{target.GetType().Name}.{name}").SetValue(target, value);

    private static T Member<T>(T? found, string name) where T : MemberInfo =>
        found ?? throw new MissingMemberException($"This version of System.Management.Automation has no {name}; the console was written for 7.6.9.");
}
