using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Facades.Factories;

/// <summary>The factories of one map that run now, by key: each runs once per missing key, and no lock is held while it runs.</summary>
internal sealed class PendingFactories<TKey, TMade, TValue>(
    IFactoryTarget<TKey, TMade, TValue> target,
    string field,
    MapStorage<TKey, PendingFactory<TValue>> running)
    where TKey : notnull
{
    private readonly MapStorage<TKey, PendingFactory<TValue>> _running = running;

    // A leaf: nothing but the table and its comparer is used under it.
    private readonly object _lock = new();

    /// <summary>The value of <paramref name="key"/>; if there is none, the one that <paramref name="factory"/> makes.</summary>
    public TValue GetOrAdd<TArg>(TKey key, Func<TKey, TArg, TMade> factory, TArg argument)
    {
        while (true)
        {
            if (target.TryGetValue(key, out var present))
            {
                return present;
            }

            target.ThrowIfFrozen();
            var pending = Join(key, out var isOwner);
            if (isOwner)
            {
                return Run(pending, key, factory, argument);
            }

            if (pending.TryWait(out var made))
            {
                return made;
            }

            // The factory threw for its own caller; this caller tries again.
        }
    }

    private TValue Run<TArg>(PendingFactory<TValue> pending, TKey key, Func<TKey, TArg, TMade> factory, TArg argument)
    {
        try
        {
            // The previous owner may have published between this thread's look-up and the moment it became the owner.
            if (target.TryGetValue(key, out var present))
            {
                // Those who joined look the key up themselves: it may be gone again by now.
                Abandon(key, pending);
                return present;
            }

            // Leaves when the value is visible and before the lock is released. Earlier, a caller that does not see the value yet
            // could run the factory again; later, one could join and get a value that somebody has removed before it came.
            var value = target.Publish(key, factory(key, argument), () => Leave(key, pending));
            pending.Complete(value);
            return value;
        }
        catch
        {
            Abandon(key, pending);
            throw;
        }
    }

    /// <summary>The factory that runs for <paramref name="key"/>, or a new one, which then is the caller's to run.</summary>
    private PendingFactory<TValue> Join(TKey key, out bool isOwner)
    {
        lock (_lock)
        {
            // One that ended without having been taken out, because the comparer threw, is nobody's.
            isOwner = !_running.TryGetValue(key, out var pending) || pending.IsDone;
            if (pending is null || isOwner)
            {
                pending = new PendingFactory<TValue>(field);
                _running.Set(key, pending);
            }

            return pending;
        }
    }

    // Those who wait are woken even if the comparer, which finds the key, throws: they would wait for ever.
    private void Abandon(TKey key, PendingFactory<TValue> pending)
    {
        try
        {
            Leave(key, pending);
        }
        finally
        {
            pending.Fail();
        }
    }

    /// <summary>Takes <paramref name="pending"/> out, if it is there still.</summary>
    private void Leave(TKey key, PendingFactory<TValue> pending) => Uninterrupted.Run((this, key, pending), static entry =>
    {
        var (factories, key, pending) = entry;
        lock (factories._lock)
        {
            if (factories._running.TryGetValue(key, out var current) && ReferenceEquals(current, pending))
            {
                factories._running.Remove(key, out _);
            }
        }
    });
}
