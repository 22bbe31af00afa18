using SafeState.Gates;

namespace SafeState.Infrastructure;

/// <summary>The read scopes that the current thread has open on holders whose readers take no lock, so that re-entry is refused there as everywhere.</summary>
internal static class ReadScopes
{
    // Scopes are ref structs held by 'using': they nest, and there are few of them. The array stays with the thread, so that
    // entering allocates nothing after the first time.
    [ThreadStatic]
    private static StateCore?[]? t_open;

    [ThreadStatic]
    private static int t_count;

    public static void Enter(StateCore core)
    {
        ThrowIfInside(core);
        var open = t_open ??= new StateCore?[4];
        if (t_count == open.Length)
        {
            Array.Resize(ref open, t_count * 2);
            t_open = open;
        }

        open[t_count++] = core;
    }

    public static void Leave(StateCore core)
    {
        var index = IndexOf(core);
        if (index < 0)
        {
            throw GateErrors.Mismatch(core.Holder);
        }

        var open = t_open!;
        t_count--;
        open[index] = open[t_count];
        open[t_count] = null;
    }

    public static void ThrowIfInside(StateCore core)
    {
        if (t_count != 0 && IndexOf(core) >= 0)
        {
            throw GateErrors.Recursion(core.Holder);
        }
    }

    private static int IndexOf(StateCore core)
    {
        for (var index = t_count - 1; index >= 0; index--)
        {
            if (ReferenceEquals(t_open![index], core))
            {
                return index;
            }
        }

        return -1;
    }
}
