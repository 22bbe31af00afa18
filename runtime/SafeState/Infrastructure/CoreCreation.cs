using SafeState.Gates;

namespace SafeState.Infrastructure;

/// <summary>One holder's core in the making. One thread makes it, and others that need it wait for that.</summary>
/// <remarks>
/// Making a core asks the keys and comparers of the holder's fields, which may use other holders for the first time. So there is one creation
/// for each holder and no lock around any: two threads wait for each other only if their holders need each other, and that is refused.
/// </remarks>
internal sealed class CoreCreation : IDisposable
{
    // By holder. Guards everything static here, and is never locked while code of the user's runs.
    private static readonly Dictionary<object, CoreCreation> UnderWay = new(ReferenceEqualityComparer.Instance);

    // What a thread waits for.
    private static readonly Dictionary<Thread, CoreCreation> Awaited = [];

    // Made before anything begins: at the end there may be no memory for it, and others would wait for ever.
    private static readonly Action<CoreCreation> End = static creation =>
    {
        lock (UnderWay)
        {
            if (!creation._isOver)
            {
                creation._isOver = true;
                UnderWay.Remove(creation._subject);
                Monitor.PulseAll(UnderWay);
            }
        }
    };

    // The last one that this thread has begun: that of the core whose constructor runs.
    [ThreadStatic]
    private static CoreCreation? _innermost;

    private readonly object _subject;
    private readonly string _holder;
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly CoreCreation? _outer = _innermost;
    private Action? _whenDone;
    private Action? _whenFailed;
    private bool _isOver;

    private CoreCreation(object subject, string holder)
    {
        _subject = subject;
        _holder = holder;
    }

    /// <summary>Begins, unless another thread has begun; then waits until that has ended, one way or the other.</summary>
    /// <param name="subject">What stands for the holder.</param>
    /// <param name="holder">The holder's name, for messages.</param>
    /// <returns>What this thread is to do now, or null when it has waited.</returns>
    /// <exception cref="LockRecursionException">This thread has begun itself, or the one that has waits for it.</exception>
    public static CoreCreation? TryBegin(object subject, string holder)
    {
        CoreCreation? begun = null;
        try
        {
            lock (UnderWay)
            {
                if (UnderWay.TryGetValue(subject, out var other))
                {
                    ThrowIfItNeeds(Thread.CurrentThread, other);
                    Await(other);
                    return null;
                }

                UnderWay.Add(subject, begun = new CoreCreation(subject, holder));
                return _innermost = begun;
            }
        }
        catch
        {
            // Also when it is interrupted on its way out: others would wait for ever.
            begun?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Has <paramref name="act"/> done when all fields have copied what they were given. A core that fails half-way, because a
    /// comparer throws, has to leave everything where it was: the next use of the holder begins anew.
    /// </summary>
    public static void WhenDone(Action act) => _innermost!._whenDone += act;

    /// <summary>Has <paramref name="act"/> done when a field after this one fails.</summary>
    public static void WhenFailed(Action act) => _innermost!._whenFailed += act;

    /// <summary>Makes the core.</summary>
    public TCore Run<THolder, TCore>(THolder holder, Func<THolder, TCore> create)
    {
        TCore core;
        try
        {
            core = create(holder);
        }
        catch
        {
            _whenFailed?.Invoke();
            throw;
        }

        _whenDone?.Invoke();
        return core;
    }

    /// <summary>Lets those go on that wait for the end.</summary>
    public void Dispose()
    {
        _innermost = _outer;
        Uninterrupted.Run(this, End);
    }

    private static void Await(CoreCreation other)
    {
        Awaited.Add(Thread.CurrentThread, other);
        try
        {
            while (!other._isOver)
            {
                Monitor.Wait(UnderWay);
            }
        }
        finally
        {
            Awaited.Remove(Thread.CurrentThread);
        }
    }

    // The last of those who would wait in a circle is refused, so there is none, and following them comes to an end.
    private static void ThrowIfItNeeds(Thread thread, CoreCreation creation)
    {
        for (var next = creation; next is { _isOver: false }; next = Awaited.GetValueOrDefault(next._thread))
        {
            if (next._thread == thread)
            {
                throw GateErrors.NeedsItself(creation._holder);
            }
        }
    }
}
