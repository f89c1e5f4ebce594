namespace M2K.Lab.Desk.Server;

/// <summary>A class that this server makes objects of.</summary>
internal sealed record ServedClass(string ProgId, Guid Id)
{
    public string Braced => Id.ToString("B").ToUpperInvariant();
}
