using SafeState.Gates;

namespace SafeState.Infrastructure;

/// <summary>The read scopes that the current thread has open on holders whose readers take no lock, so that re-entry is refused there as everywhere.</summary>
internal static class ReadScopes
{
    // Scopes are ref structs held by 'using': they nest, and there are few of them. The array stays with the thread, so that
    // entering allocates nothing after the first time.
    [ThreadStatic]
    private static StateCore?[]? _open;

    [ThreadStatic]
    private static int _count;

    public static void Enter(StateCore core)
    {
        ThrowIfInside(core);
        var open = _open ??= new StateCore?[4];
        if (_count == open.Length)
        {
            Array.Resize(ref open, _count * 2);
            _open = open;
        }

        open[_count++] = core;
    }

    public static void Leave(StateCore core)
    {
        var index = IndexOf(core);
        if (index < 0)
        {
            throw GateErrors.Mismatch(core.Holder);
        }

        var open = _open!;
        _count--;
        open[index] = open[_count];
        open[_count] = null;
    }

    public static void ThrowIfInside(StateCore core)
    {
        if (_count != 0 && IndexOf(core) >= 0)
        {
            throw GateErrors.Recursion(core.Holder);
        }
    }

    private static int IndexOf(StateCore core)
    {
        for (var index = _count - 1; index >= 0; index--)
        {
            if (ReferenceEquals(_open![index], core))
            {
                return index;
            }
        }

        return -1;
    }
}
