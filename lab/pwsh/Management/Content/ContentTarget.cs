using System.Management.Automation;
using DriveNotFoundException = System.Management.Automation.DriveNotFoundException;
using System.Management.Automation.Provider;
using System.Text;
using Microsoft.PowerShell.Commands;

namespace M2K.Lab.Pwsh.Management;

/// <summary>
/// Resolves what a content cmdlet was given. Files are read and written directly, because the provider's -Encoding and -Raw cannot
/// be passed through the public provider interface; every other provider goes through it.
/// </summary>
internal static class ContentTarget
{
    /// <summary>Existing items that a -Path (wildcards) or -LiteralPath names; a missing one is the real cmdlets' error.</summary>
    public static IEnumerable<(string Path, ProviderInfo Provider)> Existing(PSCmdlet command, string path, bool literal)
    {
        var intrinsics = command.SessionState.Path;
        IReadOnlyList<string> found;
        ProviderInfo provider;
        try
        {
            if (literal)
            {
                var one = intrinsics.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
                if (!command.InvokeProvider.Item.Exists(path, force: true, literalPath: true)) { throw NotFound(path); }
                found = [one];
            }
            else
            {
                found = intrinsics.GetResolvedProviderPathFromPSPath(path, out provider);
            }
        }
        catch (Exception error) when (error is ItemNotFoundException or DriveNotFoundException or ProviderNotFoundException)
        {
            command.WriteError(new ErrorRecord(((IContainsErrorRecord)error).ErrorRecord, error));
            yield break;
        }
        foreach (var one in found) { yield return (one, provider); }
    }

    /// <summary>Files to be written: an existing match of a wildcard, or the name itself.</summary>
    public static IEnumerable<(string Path, ProviderInfo Provider)> ForWriting(PSCmdlet command, string path, bool literal)
    {
        if (!literal && WildcardPattern.ContainsWildcardCharacters(path))
        {
            foreach (var one in Existing(command, path, literal: false)) { yield return one; }
            yield break;
        }
        var target = command.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        yield return (target, provider);
    }

    public static bool IsFileSystem(ProviderInfo provider) => provider.ImplementingType == typeof(FileSystemProvider);

    public static Encoding EncodingOf(string path, Encoding whenNew)
    {
        if (!File.Exists(path)) { return whenNew; }
        using var reader = new StreamReader(path, whenNew, detectEncodingFromByteOrderMarks: true);
        reader.Peek();
        return reader.CurrentEncoding;
    }

    /// <summary>The error of a file operation, with the ids of the FileSystem provider.</summary>
    public static ErrorRecord Failure(Exception error, string id, string path) => error switch
    {
        UnauthorizedAccessException => new ErrorRecord(error, $"{id}UnauthorizedAccessError", ErrorCategory.PermissionDenied, path),
        DirectoryNotFoundException or FileNotFoundException => new ErrorRecord(error, $"{id}{error.GetType().Name.Replace("Exception", "")}Error", ErrorCategory.ObjectNotFound, path),
        _ => new ErrorRecord(error, $"{id}IOError", ErrorCategory.WriteError, path),
    };

    private static ItemNotFoundException NotFound(string path) => new($"Cannot find path '{path}' because it does not exist.");
}
