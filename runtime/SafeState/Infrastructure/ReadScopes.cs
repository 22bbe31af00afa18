using SafeState.Gates;

namespace SafeState.Infrastructure;

/// <summary>The read scopes that the current thread has open on holders whose readers take no lock, so that re-entry is refused there as everywhere.</summary>
internal static class ReadScopes
{
    // Scopes are ref structs held by 'using': they nest, and there are few of them. The array stays with the thread, so that
    // entering allocates nothing after the first time.
    [ThreadStatic]
    private static Open[]? _open;

    [ThreadStatic]
    private static int _count;

    [ThreadStatic]
    private static long _lastTicket;

    /// <returns>A ticket that this thread gets only once.</returns>
    public static long Enter(StateCore core)
    {
        ThrowIfInside(core);
        var open = _open ??= new Open[4];
        if (_count == open.Length)
        {
            Array.Resize(ref open, _count * 2);
            _open = open;
        }

        open[_count++] = new Open(core, ++_lastTicket);
        return _lastTicket;
    }

    public static void Leave(StateCore core, long ticket)
    {
        var index = IndexOf(core);
        if (index < 0 || _open![index].Ticket != ticket)
        {
            throw GateErrors.Mismatch(core.Holder);
        }

        _count--;
        _open[index] = _open[_count];
        _open[_count] = default;
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
            if (ReferenceEquals(_open![index].Core, core))
            {
                return index;
            }
        }

        return -1;
    }

    private readonly record struct Open(StateCore Core, long Ticket);
}
