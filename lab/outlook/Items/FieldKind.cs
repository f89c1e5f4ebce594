namespace M2K.Lab.Outlook;

internal enum FieldKind
{
    Text,
    Long,
    Flag,
    Date,
}
