using SafeState.Infrastructure;

namespace SafeState.Facades.Factories;

/// <summary>A factory that runs, as those see it who wait for it.</summary>
internal abstract class PendingFactory(string field)
{
    // Which thread waits for which factory, over all holders, since a circle may go through several. Only threads that have to
    // wait touch it; it guards itself, and nothing else is locked or called under it.
    private static readonly Dictionary<Thread, PendingFactory> Waiting = [];

    private static readonly Action<PendingFactory> Ending = static pending =>
    {
        lock (pending)
        {
            Volatile.Write(ref pending._isDone, true);
            Monitor.PulseAll(pending);
        }
    };

    private readonly Thread _owner = Thread.CurrentThread;

    // From the beginning: at the end there may be no memory for it, and others would wait for ever.
    private readonly Action<PendingFactory> _ending = Ending;

    private bool _isDone;

    /// <summary>Whether the factory has ended.</summary>
    public bool IsDone => Volatile.Read(ref _isDone);

    /// <summary>Waits for the factory to end.</summary>
    /// <exception cref="InvalidOperationException">The factory waits, directly or through others, for this thread.</exception>
    protected void Wait()
    {
        StartWaiting();
        try
        {
            lock (this)
            {
                while (!_isDone)
                {
                    Monitor.Wait(this);
                }
            }
        }
        finally
        {
            Uninterrupted.Run(Thread.CurrentThread, static thread =>
            {
                lock (Waiting)
                {
                    Waiting.Remove(thread);
                }
            });
        }
    }

    /// <summary>Wakes those who wait. What this thread wrote before is visible to them: they take the same lock after it.</summary>
    protected void End() => Uninterrupted.Run(this, _ending);

    // A circle is closed by the last thread that starts to wait in it, and that thread finds the waits of all the others in the
    // table. A factory that is done meanwhile ends the walk: nobody waits for it any more.
    private void StartWaiting()
    {
        var current = Thread.CurrentThread;
        lock (Waiting)
        {
            for (var pending = this; pending is not null && !pending.IsDone; pending = Waiting.GetValueOrDefault(pending._owner))
            {
                if (pending._owner == current)
                {
                    throw new InvalidOperationException(
                        $"Factories of GetOrAdd wait for each other in a circle: making a value of '{field}' needs, directly or through other keys, the value that is being made.");
                }
            }

            Waiting.Add(current, this);
        }
    }
}
