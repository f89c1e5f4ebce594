using System.Collections;
using System.Runtime.InteropServices;
using M2K.Lab.Desk.Interop;

namespace M2K.Lab.Desk.Dispatch;

/// <summary>What a foreach walks: the elements as they were when it began.</summary>
[ComVisible(true), ClassInterface(ClassInterfaceType.None)]
public sealed class VariantEnumerator : IEnumVariantByHand, ICustomQueryInterface
{
    private static readonly Guid Marshalling = new("00000003-0000-0000-C000-000000000046");
    private readonly IReadOnlyList<object?> elements;
    private int position;

    private VariantEnumerator(IReadOnlyList<object?> elements, int position) => (this.elements, this.position) = (elements, position);

    internal static IntPtr PointerTo(IEnumerator walk)
    {
        var elements = new List<object?>();
        while (walk.MoveNext())
        {
            elements.Add(walk.Current);
        }

        return Interface(new VariantEnumerator(elements, 0));
    }

    CustomQueryInterfaceResult ICustomQueryInterface.GetInterface(ref Guid iid, out IntPtr found)
    {
        found = IntPtr.Zero;
        return iid == Marshalling || iid == typeof(IDispatchByHand).GUID ? CustomQueryInterfaceResult.Failed : CustomQueryInterfaceResult.NotHandled;
    }

    int IEnumVariantByHand.Next(uint wanted, IntPtr variants, IntPtr fetched)
    {
        var taken = 0;
        for (; taken < wanted && position < elements.Count; taken++, position++)
        {
            Results.Write(elements[position], variants + (Arguments.VariantSize * taken));
        }

        if (fetched != IntPtr.Zero)
        {
            Marshal.WriteInt32(fetched, taken);
        }

        return taken == wanted ? Codes.Ok : Codes.NoMoreElements;
    }

    int IEnumVariantByHand.Skip(uint count)
    {
        position = (int)Math.Min(elements.Count, position + count);
        return position < elements.Count ? Codes.Ok : Codes.NoMoreElements;
    }

    int IEnumVariantByHand.Reset()
    {
        position = 0;
        return Codes.Ok;
    }

    int IEnumVariantByHand.Clone(out IntPtr clone)
    {
        clone = Interface(new VariantEnumerator(elements, position));
        return Codes.Ok;
    }

    private static IntPtr Interface(VariantEnumerator one) =>
        Marshal.GetComInterfaceForObject(one, typeof(IEnumVariantByHand), CustomQueryInterfaceMode.Ignore);
}
