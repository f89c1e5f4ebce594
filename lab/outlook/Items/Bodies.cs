namespace M2K.Lab.Outlook;

/// <summary>What Outlook does to a plain body when it saves it: line ends become CRLF, and a trailing one may appear (3.1).</summary>
internal static class Bodies
{
    public static void Rewrite(ItemRecord item, Settings settings)
    {
        var body = item.Text("Body");
        if (body.Length == 0)
        {
            return;
        }

        body = body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
        item["Body"] = settings.BodyGainsNewline && !body.EndsWith("\r\n", StringComparison.Ordinal) ? body + "\r\n" : body;
    }
}
