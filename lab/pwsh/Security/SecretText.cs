using System.Management.Automation;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Security;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Secure strings as text, by the engine's own SecureStringHelper (internal; the same that Export-Clixml uses), so that the text is
/// what the real cmdlets write: DPAPI or hexadecimal without a key, AES with the header of the real ones with a key.
/// </summary>
internal static class SecretText
{
    private static readonly Type Helper =
        typeof(PSObject).Assembly.GetType("Microsoft.PowerShell.SecureStringHelper")
        ?? throw new MissingMemberException("This version of System.Management.Automation has no SecureStringHelper; the console was written for 7.6.9.");

    public static string Write(SecureString secret, byte[]? key)
    {
        if (key is null) { return (string)Call("Protect", secret)!; }
        var result = Call("Encrypt", secret, key)!;
        var text = $"2|{Read(result, "IV")}|{Read(result, "EncryptedData")}";
        return Header + Convert.ToBase64String(Encoding.Unicode.GetBytes(text));
    }

    public static SecureString Read(string text, byte[]? key)
    {
        if (key is null) { return (SecureString)Call("Unprotect", text)!; }
        if (!text.StartsWith(Header, StringComparison.OrdinalIgnoreCase)) { return (SecureString)Call("Decrypt", text, key, null)!; }
        var parts = Encoding.Unicode.GetString(Convert.FromBase64String(text[Header.Length..])).Split('|');
        if (parts.Length != 3) { throw new FormatException("The text is no encrypted secure string."); }
        return (SecureString)Call("Decrypt", parts[2], key, Convert.FromBase64String(parts[1]))!;
    }

    /// <summary>A key given as a secure string: its characters as UTF-16 bytes.</summary>
    public static byte[]? KeyOf(SecureString? key) =>
        key is null ? null : Encoding.Unicode.GetBytes(new System.Net.NetworkCredential("", key).Password);

    private static string Header => (string)Helper.GetField("SecureStringExportHeader", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    private static object? Read(object result, string name) =>
        result.GetType().GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(result);

    private static object? Call(string name, params object?[] arguments)
    {
        var method = Helper.GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Single(candidate =>
            candidate.Name == name && Fits(candidate.GetParameters(), arguments));
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException error) when (error.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(error.InnerException).Throw();
            throw;
        }
    }

    private static bool Fits(ParameterInfo[] parameters, object?[] arguments) =>
        parameters.Length == arguments.Length
        && parameters.Zip(arguments).All(pair => pair.Second is null ? !pair.First.ParameterType.IsValueType : pair.First.ParameterType.IsInstanceOfType(pair.Second));
}
