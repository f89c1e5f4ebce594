using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>What an encoding's name means in 7.x and in 5.1, and what each reads and writes when none is named.</summary>
public static class FileEncodings
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Utf8Bom = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Lazy<Encoding> AnsiPage = new(FindAnsi);

    /// <summary>The ANSI code page of the current culture; Latin-1 where it has none.</summary>
    public static Encoding Ansi => AnsiPage.Value;

    /// <summary>For Get-Content without a byte order mark, Set-Content and Add-Content.</summary>
    public static Encoding Default => LabEdition.IsDesktop ? Ansi : Utf8;

    /// <summary>For Out-File and redirection: UTF-16LE in 5.1.</summary>
    public static Encoding OutFile => LabEdition.IsDesktop ? Encoding.Unicode : Utf8;

    /// <exception cref="ArgumentTransformationMetadataException">The edition does not know the name.</exception>
    public static Encoding ByName(string name) => name.ToUpperInvariant() switch
    {
        "UTF8" => LabEdition.IsDesktop ? Utf8Bom : Utf8,
        "UTF8BOM" when !LabEdition.IsDesktop => Utf8Bom,
        "UTF8NOBOM" when !LabEdition.IsDesktop => Utf8,
        "ANSI" when !LabEdition.IsDesktop => Ansi,
        "ASCII" => Encoding.ASCII,
        "UNICODE" or "STRING" => Encoding.Unicode,
        "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
        "UTF32" => Encoding.UTF32,
        "BIGENDIANUTF32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        "UTF7" => throw Unknown(name),
        "OEM" => Ansi,
        "DEFAULT" => LabEdition.IsDesktop ? Ansi : Utf8,
        _ when LabEdition.IsDesktop => throw Unknown(name),
        _ => ByCodePage(name),
    };

    private static Encoding ByCodePage(string name)
    {
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw Unknown(name);
        }
    }

    private static Encoding FindAnsi()
    {
        var page = CultureInfo.CurrentCulture.Name.Length == 0 ? 0 : CultureInfo.CurrentCulture.TextInfo.ANSICodePage;
        if (page is 0 or 65001) { return Encoding.Latin1; }
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(page);
    }

    private static ArgumentTransformationMetadataException Unknown(string name) =>
        new($"'{name}' is not a supported encoding name.");
}
