using SafeState.Facades.Factories;

namespace SafeState;

// The members that make a missing value: the factory runs once per missing key, and no lock is held while it runs.
public abstract partial class NestedMapFacade<TKey, TValue, TShared, TGate> : IFactoryTarget<TKey, TValue, TShared>
{
    private PendingFactories<TKey, TValue, TShared>? _factories;

    private PendingFactories<TKey, TValue, TShared> Factories =>
        // The exchange is a full fence: what it publishes is complete. A plain read suffices, for all is reached through the reference.
        _factories
        ?? (Interlocked.CompareExchange(ref _factories, new(this, Map.Name, Map.CreateTable<PendingFactory<TShared>>()), null) ?? _factories);

    /// <summary>A snapshot of the value of <paramref name="key"/>; if there is none, a copy of <paramref name="value"/> is added.</summary>
    /// <remarks>To add something to the value, whether or not it is there, use <c>AddTo</c> (lists and sets), <c>EnqueueTo</c> (queues) or <c>SetIn</c> (maps) instead, one step each.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="value"/> is null.</exception>
    public TShared GetOrAdd(TKey key, TValue value)
    {
        ThrowIfNull(key);
        Core.ThrowIfInReadScope();
        if (TryGetValue(key, out var present))
        {
            return present;
        }

        var adopted = Map.Values.Adopt(value);
        try
        {
            using var writing = Core.Write();
            var field = Map.TryAddOrDiscard(key, adopted) || !Map.Master.TryGetValue(key, out var other) ? adopted : other;
            return field.GetSnapshotUnderLock();
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>A snapshot of the value of <paramref name="key"/>; if there is none, a copy of what <paramref name="valueFactory"/> makes is added.</summary>
    /// <remarks>
    /// The factory runs exactly once per missing key and without any lock: other callers of the same key wait for it, callers of
    /// other keys do not, and it may use the holder. If it throws, nothing is left behind and the next caller tries again. If
    /// somebody sets the key meanwhile, that value wins and the made one is dropped. On a frozen holder a value that is there is
    /// returned; a missing one throws. To add something to the value, <c>AddTo</c> (lists and sets), <c>EnqueueTo</c> (queues) or <c>SetIn</c> (maps) need no factory.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/>, <paramref name="valueFactory"/> or what it makes is null.</exception>
    /// <exception cref="InvalidOperationException">Factories wait for each other in a circle, or the holder is frozen.</exception>
    public TShared GetOrAdd(TKey key, Func<TKey, TValue> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return GetOrAdd(key, static (key, factory) => factory(key), valueFactory);
    }

    /// <summary>A snapshot of the value of <paramref name="key"/>; if there is none, a copy of what <paramref name="valueFactory"/> makes of it and <paramref name="factoryArgument"/> is added.</summary>
    /// <inheritdoc cref="GetOrAdd(TKey, Func{TKey, TValue})"/>
    public TShared GetOrAdd<TArg>(TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument)
    {
        ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(valueFactory);
        Core.ThrowIfInReadScope();
        return TryGetValue(key, out var present) ? present : Factories.GetOrAdd(key, valueFactory, factoryArgument);
    }

    void IFactoryTarget<TKey, TValue, TShared>.ThrowIfFrozen() => Core.ThrowIfFrozen();

    TShared IFactoryTarget<TKey, TValue, TShared>.Publish(TKey key, TValue made, Action published)
    {
        var adopted = Map.Values.Adopt(made);
        try
        {
            using var writing = Core.Write();
            var field = adopted;
            if (Map.TryAddOrDiscard(key, adopted))
            {
                Core.MakeVisible();
            }
            else if (Map.Master.TryGetValue(key, out var present))
            {
                field = present;
            }

            published();
            return field.GetSnapshotUnderLock();
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }
}
