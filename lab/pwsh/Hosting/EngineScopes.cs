using System.Management.Automation;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>
/// Variables and aliases by scope ('Global', 'Script', 'Local' or a number). The public session state knows names only;
/// the members that know scopes are internal to System.Management.Automation 7.6.9.
/// </summary>
internal sealed class EngineScopes(SessionState session)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly object inner =
        typeof(SessionState).GetProperty("Internal", Any)?.GetValue(session)
        ?? throw new MissingMemberException("This version of System.Management.Automation has no SessionState.Internal; the console was written for 7.6.9.");

    public IEnumerable<PSVariable> Variables(string? scope) =>
        ((IDictionary<string, PSVariable>)(scope is null ? Call("GetVariableTable") : Call("GetVariableTableAtScope", scope))!).Values;

    public PSVariable? Variable(string name, string scope) => (PSVariable?)Call("GetVariableAtScope", name, scope);

    public void SetVariable(PSVariable variable, string scope, bool force) => Call("SetVariableAtScope", variable, scope, force, CommandOrigin.Internal);

    public void NewVariable(PSVariable variable, string scope, bool force) => Call("NewVariableAtScope", variable, scope, force);

    public void RemoveVariable(PSVariable variable, string? scope, bool force)
    {
        if (scope is null) { Call("RemoveVariable", variable, force); }
        else { Call("RemoveVariableAtScope", variable, scope, force); }
    }

    public IEnumerable<AliasInfo> Aliases(string? scope) =>
        ((IDictionary<string, AliasInfo>)(scope is null ? Call("GetAliasTable") : Call("GetAliasTableAtScope", scope))!).Values;

    public void SetAlias(AliasInfo alias, string? scope, bool force)
    {
        if (scope is null) { Call("SetAliasItem", alias, force, CommandOrigin.Internal); }
        else { Call("SetAliasItemAtScope", alias, scope, force, CommandOrigin.Internal); }
    }

    public void RemoveAlias(string name, bool force) => Call("RemoveAlias", name, force);

    private object? Call(string name, params object[] arguments)
    {
        var method = Array.Find(inner.GetType().GetMethods(Any), candidate =>
            candidate.Name == name
            && candidate.GetParameters() is { } parameters
            && parameters.Length == arguments.Length
            && parameters.Zip(arguments).All(pair => pair.First.ParameterType.IsInstanceOfType(pair.Second)))
            ?? throw new MissingMemberException($"This version of System.Management.Automation has no {name}; the console was written for 7.6.9.");
        try
        {
            return method.Invoke(inner, arguments);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(error.InnerException).Throw();
            throw;
        }
    }
}
