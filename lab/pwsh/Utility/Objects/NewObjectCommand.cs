using System.Collections;
using System.Management.Automation;
using System.Reflection;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Object: a .NET object by type name, or on Windows a COM object by its ProgID.</summary>
[Cmdlet(VerbsCommon.New, "Object", DefaultParameterSetName = "Net")]
public sealed class NewObjectCommand : PSCmdlet, IDynamicParameters
{
    private readonly ComParameters com = new();

    [Parameter(ParameterSetName = "Net", Mandatory = true, Position = 0)]
    [ValidateTrustedData]
    public string TypeName { get; set; } = "";

    [Parameter(ParameterSetName = "Net", Position = 1)]
    [Alias("Args")]
    [ValidateTrustedData]
    public object[]? ArgumentList { get; set; }

    [Parameter]
    [ValidateTrustedData]
    public IDictionary? Property { get; set; }

    // pwsh on Linux has no -ComObject: the binder then names the parameter it cannot find.
    public object? GetDynamicParameters() => OperatingSystem.IsWindows() ? com : null;

    protected override void BeginProcessing()
    {
        var made = ParameterSetName == "Com" ? MakeCom() : MakeNet();
        var result = PSObject.AsPSObject(made);
        foreach (DictionaryEntry entry in Property ?? new Hashtable()) { SetProperty(result, entry.Key.ToString()!, entry.Value); }
        WriteObject(result);
    }

    private object MakeNet()
    {
        if (!LanguagePrimitives.TryConvertTo(TypeName, out Type? type) || type is null)
        {
            throw Stop(new PSArgumentException($"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded."), "TypeNotFound", ErrorCategory.InvalidType, null);
        }
        if (SessionState.LanguageMode == PSLanguageMode.ConstrainedLanguage && !EngineInternals.IsCoreType(type))
        {
            throw Stop(new PSNotSupportedException("Cannot create type. Only core types are supported in this language mode."), "CannotCreateTypeConstrainedLanguage", ErrorCategory.PermissionDenied, null);
        }
        try
        {
            var arguments = ArgumentList?.Select(argument => argument is PSObject wrapped ? wrapped.BaseObject : argument).ToArray() ?? [];
            if (type.IsValueType && arguments.Length == 0) { return Activator.CreateInstance(type)!; }
            var constructors = type.GetConstructors();
            if (constructors.Length > 0) { return EngineInternals.Construct(type, constructors, arguments); }
        }
        catch (MethodException error)
        {
            throw Stop(error, "ConstructorInvokedThrowException", ErrorCategory.InvalidOperation, null);
        }
        throw Stop(new PSArgumentException($"A constructor was not found. Cannot find an appropriate constructor for type {TypeName}."), "CannotFindAppropriateCtor", ErrorCategory.ObjectNotFound, null);
    }

    private object MakeCom()
    {
        if (SessionState.LanguageMode == PSLanguageMode.ConstrainedLanguage)
        {
            throw Stop(new PSNotSupportedException("Cannot create type. Only core types are supported in this language mode."), "CannotCreateComTypeConstrainedLanguage", ErrorCategory.PermissionDenied, null);
        }
        if (!OperatingSystem.IsWindows()) { throw new PlatformNotSupportedException(); }
        // The real cmdlet does not look at what CLSIDFromProgID says: an unknown name fails as the class {00000000-...} with 0x80040154.
        var type = Type.GetTypeFromProgID(com.ComObject) ?? Type.GetTypeFromCLSID(Guid.Empty)!;
        try
        {
            return Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            throw Stop(error.InnerException, "NoCOMClassIdentified", ErrorCategory.ResourceUnavailable, null);
        }
        catch (System.Runtime.InteropServices.COMException error)
        {
            throw Stop(error, "NoCOMClassIdentified", ErrorCategory.ResourceUnavailable, null);
        }
    }

    private void SetProperty(PSObject target, string name, object? value)
    {
        if (target.BaseObject is PSCustomObject)
        {
            target.Properties.Add(new PSNoteProperty(name, value));
            return;
        }
        try
        {
            if (target.Properties[name] is { } property) { property.Value = value; }
            else if (target.Methods[name] is { } method) { method.Invoke(value); }
            else { throw new InvalidOperationException($"The member \"{name}\" was not found for the specified {(ParameterSetName == "Com" ? "COM" : ".NET")} object."); }
        }
        catch (Exception error) when (error is InvalidOperationException or SetValueException or MethodInvocationException)
        {
            WriteError(new ErrorRecord(error, ParameterSetName == "Com" || error is not InvalidOperationException ? "SetValueException" : "InvalidOperationException", ErrorCategory.InvalidOperation, null));
        }
    }

    private Exception Stop(Exception error, string id, ErrorCategory category, object? target)
    {
        ThrowTerminatingError(new ErrorRecord(error, id, category, target));
        return error;
    }

    /// <summary>The parameters of the COM set, on Windows only.</summary>
    public sealed class ComParameters
    {
        [Parameter(ParameterSetName = "Com", Mandatory = true, Position = 0)]
        [ValidateTrustedData]
        public string ComObject { get; set; } = "";

        [Parameter(ParameterSetName = "Com")]
        public SwitchParameter Strict { get; set; }
    }
}
