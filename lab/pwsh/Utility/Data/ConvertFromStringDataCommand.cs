using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertFrom-StringData: lines of key=value to a hashtable, with the escapes of regular expressions.</summary>
[Cmdlet(VerbsData.ConvertFrom, "StringData")]
[OutputType(typeof(Hashtable))]
public sealed class ConvertFromStringDataCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string StringData { get; set; } = "";

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = '=';

    protected override void ProcessRecord()
    {
        var result = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var raw in StringData.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') { continue; }
            var at = line.IndexOf(Delimiter);
            if (at <= 0) { throw new PSInvalidOperationException($"Data line '{line}' is not in 'name=value' format."); }
            var key = line[..at].Trim();
            if (result.ContainsKey(key)) { throw new PSInvalidOperationException($"Data item '{key}' in line '{line}' is already defined."); }
            result.Add(key, Regex.Unescape(line[(at + 1)..].Trim()));
        }
        WriteObject(result);
    }
}
