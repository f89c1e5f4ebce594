namespace M2K.Lab.Outlook;

/// <summary>Base of the lab's own objects behind Application.Lab: not in real Outlook, never counted, never made to fail.</summary>
public abstract class LabObject : DispObj
{
    internal LabObject(Profile profile) : base(profile)
    {
    }
}
