namespace M2K.Lab.Desk.Interop;

/// <summary>HRESULTs of IDispatch and activation.</summary>
internal static class Codes
{
    public const int Ok = 0;
    public const int NoMoreElements = 1;
    public const int MemberNotFound = unchecked((int)0x80020003);
    public const int ParameterNotFound = unchecked((int)0x80020004);
    public const int TypeMismatch = unchecked((int)0x80020005);
    public const int UnknownName = unchecked((int)0x80020006);
    public const int Exception = unchecked((int)0x80020009);
    public const int BadIndex = unchecked((int)0x8002000B);
    public const int BadParameterCount = unchecked((int)0x8002000E);
    public const int ParameterNotOptional = unchecked((int)0x8002000F);
    public const int NoAggregation = unchecked((int)0x80040110);
}
