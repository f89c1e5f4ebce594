namespace M2K.Lab.Outlook;

/// <summary>The Object Model Guard (6): where it is on, guarded members are refused as after "Deny".</summary>
internal static class Guards
{
    public static void Ask(Settings settings)
    {
        if (settings.Guard)
        {
            throw OutlookError.Guarded();
        }
    }
}
