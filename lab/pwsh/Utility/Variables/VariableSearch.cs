using System.Management.Automation;
using M2K.Lab.Pwsh.Hosting;

namespace Microsoft.PowerShell.Commands;

/// <summary>Finds variables by names with wildcards; a plain name that is not there comes back with null.</summary>
internal static class VariableSearch
{
    public static IEnumerable<(string Name, PSVariable? Variable)> Find(SessionState session, string[] names, string? scope, string[] include, string[] exclude)
    {
        var scopes = new EngineScopes(session);
        foreach (var name in names)
        {
            if (!WildcardPattern.ContainsWildcardCharacters(name))
            {
                yield return (name, scope is null ? session.PSVariable.Get(name) : scopes.Variable(name, scope));
                continue;
            }
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            foreach (var variable in scopes.Variables(scope).Where(found => pattern.IsMatch(found.Name)).OrderBy(found => found.Name, StringComparer.CurrentCultureIgnoreCase))
            {
                if (include.Length > 0 && !Matches(include, variable.Name)) { continue; }
                if (!Matches(exclude, variable.Name)) { yield return (variable.Name, variable); }
            }
        }
    }

    public static ErrorRecord NotFound(string name) => new(
        new ItemNotFoundException($"Cannot find a variable with the name '{name}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, name);

    private static bool Matches(string[] patterns, string name) =>
        Array.Exists(patterns, pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name));
}
