using System.Runtime.InteropServices;

namespace M2K.Lab.Outlook;

/// <summary>
/// The errors classic Outlook raises, each with its real HRESULT (reference: object model 7.3).
/// Texts are en-US; real ones are localised, so callers must go by the code.
/// </summary>
internal static class OutlookError
{
    public const int CallRejected = unchecked((int)0x80010001);
    public const int RetryLater = unchecked((int)0x8001010A);
    public const int ServerUnavailable = unchecked((int)0x800706BA);
    public const int ClassNotRegistered = unchecked((int)0x80040154);
    public const int ServerExecFailure = unchecked((int)0x80080005);
    public const int TypeMismatch = unchecked((int)0x80020005);
    public const int UnknownName = unchecked((int)0x80020006);
    public const int BadParamCount = unchecked((int)0x8002000E);
    public const int ParamNotOptional = unchecked((int)0x8002000F);
    public const int InvalidArgument = unchecked((int)0x80070057);
    public const int AccessDenied = unchecked((int)0x80070005);
    public const int Aborted = unchecked((int)0x80004004);
    public const int Fail = unchecked((int)0x80004005);
    public const int NotFound = unchecked((int)0x8004010F);
    public const int Deleted = unchecked((int)0x8004010A);
    public const int Changed = unchecked((int)0x80040109);
    public const int NoSupport = unchecked((int)0x80040102);
    public const int OperationFailed = unchecked((int)0x80040201);
    public const int Exception = unchecked((int)0x80020009);
    public const int MasterTimes = unchecked((int)0xAF620009);

    /// <summary>As .NET makes it of a failed COM call: some HRESULTs have classes of their own (measured on the desk, 2026-11-22).</summary>
    public static Exception Of(int hresult, string text) => hresult switch
    {
        InvalidArgument => new ArgumentException(text),
        AccessDenied => new UnauthorizedAccessException(text),
        _ => new COMException(text, hresult),
    };

    public static Exception Missing() =>
        Of(NotFound, "The attempted operation failed.  An object could not be found.");

    public static Exception WasDeleted() =>
        Of(Deleted, "The item has been moved or deleted.");

    public static Exception WasChanged() =>
        Of(Changed, "The operation cannot be performed because the message has been changed.");

    public static Exception Denied() =>
        Of(AccessDenied, "You don't have appropriate permission to perform this operation.");

    public static Exception Guarded() => Of(Aborted, "Operation aborted");

    public static Exception BadIndex() => Of(Exception, "Array index out of bounds.");

    public static Exception ReadOnly(string member) =>
        Of(Exception, "The property '" + member + "' is read-only.");

    public static Exception CannotSave() => Of(Fail, "Cannot save this item.");

    public static Exception BadPattern() => Of(Fail, "The recurrence pattern is not valid.");

    public static Exception BadArgument(string text) => Of(InvalidArgument, text);

    public static Exception Mismatch(string want, object? got) =>
        Of(TypeMismatch, "Type mismatch: " + want + " wanted, " + (got?.GetType().Name ?? "null") + " given.");

    public static Exception UnknownProperty(string name) =>
        Of(NotFound, "The property \"" + name + "\" is unknown or cannot be found.");
}
