using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// The way to the engine's formatter. The base classes of Format-* and Out-* are public in System.Management.Automation 7.6.9, the
/// part that does the work is internal and is set here by reflection; nothing of the formatting itself is ours.
/// </summary>
internal static class EngineFormatting
{
    private const string Space = "Microsoft.PowerShell.Commands.Internal.Format.";
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly FieldInfo Implementation = Demand(typeof(FrontEndCommandBase).GetField("implementation", Any), "FrontEndCommandBase.implementation");

    /// <summary>Gives a Format-* cmdlet its shape: Table, List, Wide or Complex.</summary>
    public static void UseShape(FrontEndCommandBase command, string shape)
    {
        var shapes = Type("FormatShape");
        Implementation.SetValue(command, New(Type("InnerFormatShapeCommand"), Enum.Parse(shapes, shape)));
    }

    /// <summary>Gives an Out-* cmdlet a writer as the place where the formatted lines go.</summary>
    public static void UseWriter(FrontEndCommandBase command, TextWriter writer, int columns, bool noNewline)
    {
        var manager = New(Type("OutputManagerInner"));
        var output = New(Type("TextWriterLineOutput"), writer, columns, noNewline);
        Demand(manager.GetType().GetProperty("LineOutput", Any), "OutputManagerInner.LineOutput").SetValue(manager, output);
        Implementation.SetValue(command, manager);
    }

    /// <summary>
    /// Replaces the parameters a shape was begun with: those of Format-Wide and Format-Custom are not their base class's, and the
    /// method that makes them cannot be overridden from outside the engine.
    /// </summary>
    public static void Reparameterize(OuterFormatShapeCommandBase command, string shapeType, object[] properties, bool autoSize, Action<object> fill)
    {
        var shape = New(Type(shapeType));
        fill(shape);
        var parameters = New(Type("FormattingCommandLineParameters"));
        SetField(parameters, "viewName", command.View);
        SetField(parameters, "groupByParameter", Call(command, "ProcessGroupByParameter"));
        SetField(parameters, "forceFormattingAlsoOnOutOfBand", command.Force.IsPresent);
        SetField(parameters, "shapeParameters", shape);
        if (autoSize) { SetField(parameters, "autosize", true); }
        if (properties.Length > 0)
        {
            var processor = New(Type("ParameterProcessor"), New(Type(shapeType == "WideSpecificParameters" ? "FormatWideParameterDefinition" : "FormatObjectParameterDefinition")));
            var invocation = New(Type("TerminatingErrorContext"), command);
            SetField(parameters, "mshParameterList", Call(processor, "ProcessParameters", properties, invocation));
        }
        Call(Implementation.GetValue(command)!, "SetCommandLineParameters", parameters);
    }

    public static void SetField(object target, string name, object? value) => Demand(target.GetType().GetField(name, Any), name).SetValue(target, value);

    private static object? Call(object target, string method, params object?[] arguments)
    {
        var found = Array.Find(target.GetType().GetMethods(Any), candidate => candidate.Name == method && candidate.GetParameters().Length == arguments.Length);
        return Demand(found, method).Invoke(target, arguments);
    }

    private static object New(Type type, params object?[] arguments) => Activator.CreateInstance(type, Any, null, arguments, null)!;

    private static Type Type(string name) => Demand(typeof(PSObject).Assembly.GetType(Space + name), name);

    private static T Demand<T>(T? found, string name) where T : MemberInfo =>
        found ?? throw new MissingMemberException($"This version of System.Management.Automation has no {name}; the console was written for 7.6.9.");
}
