namespace M2K.Lab.Outlook;

/// <summary>Which occurrence an appointment object is: the original day in the series' zone, and the master's change number when it was fetched.</summary>
internal sealed record Occurrence(DateTime Date, bool IsException, int MasterChange, string ExceptionId);
