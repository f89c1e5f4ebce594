using System.Reflection;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>A property or a method of a COM-visible class under its DISPID.</summary>
internal sealed record ComMember(string Name, int Id, PropertyInfo? Property, MethodInfo? Method)
{
    public const int NewEnum = -4;

    /// <summary>The names of a call: of a method its parameters, of a property none.</summary>
    public IReadOnlyList<ParameterInfo> Parameters => Method?.GetParameters() ?? [];

    /// <summary>What an Invoke with these flags runs: 1 method, 2 get, 4 put, 8 put by reference; null where the member has no such side.</summary>
    public MethodInfo? For(int flags)
    {
        if ((flags & 12) != 0)
        {
            return Property?.SetMethod;
        }

        return Method is not null ? Method : (flags & 2) != 0 ? Property?.GetMethod : null;
    }
}
