namespace M2K.Lab.Outlook;

/// <summary>A token of a filter: Kind is name, text, word, operator, open or close.</summary>
internal readonly record struct FilterToken(char Kind, string Text)
{
    public const char Name = 'n';
    public const char Literal = 't';
    public const char Word = 'w';
    public const char Operator = 'o';
    public const char Open = '(';
    public const char Close = ')';
    public const char End = 'e';
}
