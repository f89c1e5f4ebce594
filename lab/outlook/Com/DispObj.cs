using System.Runtime.CompilerServices;

namespace M2K.Lab.Outlook;

/// <summary>
/// Base of every COM-visible object. A member's body runs inside <see cref="Get"/>, <see cref="Set"/>, <see cref="Call"/>
/// or <see cref="Do"/>, so that it is counted, can be made to fail, and passes the gate. Partial: the out-of-process host adds
/// IDispatch in a file of its own and calls the same members by reflection.
/// </summary>
public abstract partial class DispObj
{
    internal DispObj(Profile profile) => Profile = profile;

    internal Profile Profile { get; }

    internal Settings Settings => Profile.Settings;

    /// <summary>The class name in Outlook's type library.</summary>
    internal virtual string ComName => GetType().Name;

    /// <summary>Throws where the object can no longer be used (deleted item, stale pattern); runs before each member.</summary>
    internal virtual void EnsureUsable()
    {
    }

    private protected object? Get(Func<object?> body, [CallerMemberName] string member = "") => Run(member, body);

    private protected object? Call(Func<object?> body, [CallerMemberName] string member = "") => Run(member, body);

    private protected void Set(Action body, [CallerMemberName] string member = "") => Do(body, member + "=");

    private protected void Do(Action body, [CallerMemberName] string member = "") =>
        Run(member, () =>
        {
            body();
            return null;
        });

    private protected string Text(object? value) => Variant.Text(value, Settings.GateCoerces);

    private protected int Long(object? value) => Variant.Long(value, Settings.GateCoerces);

    private protected bool Flag(object? value) => Variant.Flag(value, Settings.GateCoerces);

    private protected DateTime Date(object? value) => Variant.Date(value, Settings.GateCoerces);

    private object? Run(string member, Func<object?> body) =>
        Profile.Run(this, member, () =>
        {
            EnsureUsable();
            return Variant.Out(body());
        });
}
