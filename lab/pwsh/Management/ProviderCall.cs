using System.Management.Automation;

namespace M2K.Lab.Pwsh.Management;

/// <summary>
/// The public provider interface throws the first error; a cmdlet writes it, without ending. Here the one becomes the other, with
/// the provider's own record and id.
/// </summary>
internal static class ProviderCall
{
    public static void Try(PSCmdlet command, Action action)
    {
        try
        {
            action();
        }
        catch (RuntimeException error) when (error is not PipelineStoppedException and not PipelineClosedException and not ActionPreferenceStopException)
        {
            command.WriteError(new ErrorRecord(error.ErrorRecord, error));
        }
        catch (Exception error) when (error is PSArgumentException or PSNotSupportedException or PSInvalidOperationException)
        {
            command.WriteError(new ErrorRecord(((IContainsErrorRecord)error).ErrorRecord, error));
        }
    }
}
