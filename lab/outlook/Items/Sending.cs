namespace M2K.Lab.Outlook;

/// <summary>Nothing in this lab sends mail: an attempt is counted and fails loudly, for M2KSync must never make one (rules.md 26).</summary>
internal static class Sending
{
    public static void Refuse(Profile profile, string member)
    {
        profile.SendAttempts++;
        throw OutlookError.Of(OutlookError.NoSupport, "lab/outlook: " + member + " would send mail. Nothing may.");
    }
}
