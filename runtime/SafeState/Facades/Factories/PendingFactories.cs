using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Facades.Factories;

/// <summary>The factories of one map that run now, by key.</summary>
internal sealed class PendingFactories<TKey, TValue>(string field, MapStorage<TKey, PendingFactory<TValue>> running)
    where TKey : notnull
{
    private readonly MapStorage<TKey, PendingFactory<TValue>> _running = running;

    // A leaf: nothing but the table and its comparer is used under it.
    private readonly object _lock = new();

    /// <summary>The factory that runs for <paramref name="key"/>, or a new one, which then is the caller's to run.</summary>
    public PendingFactory<TValue> Join(TKey key, out bool isOwner)
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

    /// <summary>Takes <paramref name="pending"/> out, if it is there still.</summary>
    public void Leave(TKey key, PendingFactory<TValue> pending) => Uninterrupted.Run((this, key, pending), static entry =>
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
