using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Processes by id or by name with wildcards; one that is not there is the real cmdlets' error.</summary>
internal static class ProcessSearch
{
    public static List<Process> Find(PSCmdlet command, string[]? names, int[]? ids)
    {
        if (ids is not null) { return [.. ids.Select(id => ById(command, id)).OfType<Process>()]; }
        var all = Process.GetProcesses();
        if (names is null) { return [.. all.OrderBy(process => process.ProcessName, StringComparer.OrdinalIgnoreCase)]; }
        var found = new List<Process>();
        foreach (var name in names)
        {
            var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            var matching = all.Where(process => pattern.IsMatch(process.ProcessName)).ToList();
            if (matching.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                Missing(command, $"Cannot find a process with the name \"{name}\". Verify the process name and call the cmdlet again.", "NoProcessFoundForGivenName", name);
            }
            found.AddRange(matching);
        }
        return found;
    }

    private static Process? ById(PSCmdlet command, int id)
    {
        try
        {
            return Process.GetProcessById(id);
        }
        catch (ArgumentException)
        {
            Missing(command, $"Cannot find a process with the process identifier {id}.", "NoProcessFoundForGivenId", id);
            return null;
        }
    }

    private static void Missing(PSCmdlet command, string message, string id, object target) =>
        command.WriteError(new ErrorRecord(new ProcessCommandException(message), id, ErrorCategory.ObjectNotFound, target));
}
