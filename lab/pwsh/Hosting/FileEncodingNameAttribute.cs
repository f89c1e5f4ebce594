using System.Management.Automation;
using System.Text;

namespace M2K.Lab.Pwsh.Hosting;

/// <summary>Turns an -Encoding argument (a name, a code page, an Encoding) into an Encoding, by the edition's own names.</summary>
public sealed class FileEncodingNameAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            Encoding encoding => encoding,
            int page when !LabEdition.IsDesktop => Encoding.GetEncoding(page),
            { } name => FileEncodings.ByName(name.ToString()!),
            null => FileEncodings.Default,
        };
}
