using System.Diagnostics.CodeAnalysis;
using SafeState.Gates;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A map of a holder to queues: besides what every map of collections has, atomic operations on the queue of a key.</summary>
/// <remarks>Each is one step for everybody else: nobody needs to get first and change then. What is said of <see cref="NestedMapFacade{TKey, TValue, TShared, TGate}"/> holds here too.</remarks>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values as it is declared, in which they are taken in, by copy.</typeparam>
/// <typeparam name="T">The type of the elements of the values.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public abstract class MapOfQueuesFacade<TKey, TValue, T, TGate> : NestedMapFacade<TKey, TValue, QueueSnapshot<T>, TGate>
    where TKey : notnull
    where TGate : struct, IGate<TGate>
{
    /// <summary>Makes the facade of a hash map, of which the state begins as a copy.</summary>
    protected MapOfQueuesFacade(StateCore<TGate> core, Dictionary<TKey, TValue>? seed, ValueShape<TValue, QueueSnapshot<T>> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Makes the facade of a sorted map, of which the state begins as a copy.</summary>
    protected MapOfQueuesFacade(StateCore<TGate> core, SortedDictionary<TKey, TValue>? seed, ValueShape<TValue, QueueSnapshot<T>> values, string name)
        : base(core, seed, values, name)
    {
    }

    /// <summary>Adds <paramref name="item"/> at the tail of the queue of <paramref name="key"/>, which begins as an empty one if the key is not there.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public void EnqueueTo(TKey key, T item)
    {
        ThrowIfNull(key);
        using var writing = Core.Write();
        var queue = (QueueField<T>)Map.FindOrCreate(key);
        queue.Master.Enqueue(item);
        Map.Keep(key, queue);
    }

    /// <summary>Takes the element at the head of the queue of <paramref name="key"/>, and removes the key with the last one.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryDequeueFrom(TKey key, [MaybeNullWhen(false)] out T item)
    {
        ThrowIfNull(key);
        using var writing = Core.Write();
        if (!Map.Master.TryGetValue(key, out var field) || ((QueueField<T>)field).Master is not { } queue || !queue.TryDequeue(out item))
        {
            item = default;
            return false;
        }

        field.MarkChanged();
        Map.RemoveIfEmpty(key, queue.Count);
        return true;
    }

    /// <summary>The element at the head of the queue of <paramref name="key"/>, which stays there.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public bool TryPeekIn(TKey key, [MaybeNullWhen(false)] out T item)
    {
        ThrowIfNull(key);
        item = default;
        if (TryGetLockFree(out var map))
        {
            return map.TryGetValue(key, out var queue) && queue.TryPeek(out item);
        }

        using var reading = Core.Read();
        return Map.Master.TryGetValue(key, out var field) && ((QueueField<T>)field).Master.TryPeek(out item);
    }
}
