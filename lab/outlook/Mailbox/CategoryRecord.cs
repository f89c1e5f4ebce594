namespace M2K.Lab.Outlook;

/// <summary>A name of the master category list with its colour (OlCategoryColor).</summary>
internal sealed record CategoryRecord(string Name, int Color);
