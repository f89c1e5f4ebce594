namespace M2K.Lab.Outlook;

/// <summary>A field definition of a folder.</summary>
public sealed class UserDefinedProperty : DispObj
{
    private readonly UserPropertyRecord definition;

    internal UserDefinedProperty(Profile profile, UserPropertyRecord definition) : base(profile) => this.definition = definition;

    public object? Name => Get(() => definition.Name);

    public object? Type => Get(() => definition.Type);
}
