using SafeState.Facades.Factories;
using SafeState.Gates;

namespace SafeState;

// The members that make a missing value: the factory runs once per missing key, and no lock is held while it runs.
public abstract partial class MapFacade<TKey, TValue, TGate>
{
    private PendingFactories<TKey, TValue>? _factories;

    private PendingFactories<TKey, TValue> Factories =>
        // The exchange is a full fence: what it publishes is complete. A plain read suffices, for all is reached through the reference.
        _factories
        ?? (Interlocked.CompareExchange(ref _factories, new PendingFactories<TKey, TValue>(Name, CreateTable<PendingFactory<TValue>>()), null)
            ?? _factories);

    /// <summary>The value of <paramref name="key"/>; if there is none, <paramref name="value"/> is added and returned.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public TValue GetOrAdd(TKey key, TValue value)
    {
        ThrowIfNull(key);
        Core.ThrowIfInReadScope();
        if (TryGetValue(key, out var present))
        {
            return present;
        }

        using var writing = Core.Write();
        if (!Master.TryAdd(key, value))
        {
            return Master.TryGetValue(key, out present) ? present : value;
        }

        MarkChanged();
        return value;
    }

    /// <summary>The value of <paramref name="key"/>; if there is none, the one that <paramref name="valueFactory"/> makes.</summary>
    /// <remarks>
    /// The factory runs exactly once per missing key and without any lock: other callers of the same key wait for it, callers of
    /// other keys do not, and it may use the holder. If it throws, nothing is left behind and the next caller tries again. If
    /// somebody sets the key meanwhile, that value wins and the made one is dropped. On a frozen holder a value that is there is
    /// returned; a missing one throws.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> or <paramref name="valueFactory"/> is null.</exception>
    /// <exception cref="InvalidOperationException">Factories wait for each other in a circle, or the holder is frozen.</exception>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> valueFactory)
    {
        ArgumentNullException.ThrowIfNull(valueFactory);
        return GetOrAdd(key, static (key, factory) => factory(key), valueFactory);
    }

    /// <summary>The value of <paramref name="key"/>; if there is none, the one that <paramref name="valueFactory"/> makes of it and <paramref name="factoryArgument"/>.</summary>
    /// <inheritdoc cref="GetOrAdd(TKey, Func{TKey, TValue})"/>
    public TValue GetOrAdd<TArg>(TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument)
    {
        ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(valueFactory);
        Core.ThrowIfInReadScope();
        while (true)
        {
            if (TryGetValue(key, out var present))
            {
                return present;
            }

            if (Core.IsFrozen)
            {
                throw GateErrors.Frozen(Core.Holder);
            }

            var pending = Factories.Join(key, out var isOwner);
            if (isOwner)
            {
                return Run(pending, key, valueFactory, factoryArgument);
            }

            if (pending.TryWait(out var made))
            {
                return made;
            }

            // The factory threw for its own caller; this caller tries again.
        }
    }

    private TValue Run<TArg>(PendingFactory<TValue> pending, TKey key, Func<TKey, TArg, TValue> valueFactory, TArg factoryArgument)
    {
        try
        {
            // The previous owner may have published between this thread's look-up and the moment it became the owner.
            if (TryGetValue(key, out var present))
            {
                // Those who joined look the key up themselves: it may be gone again by now.
                Abandon(key, pending);
                return present;
            }

            var value = Publish(pending, key, valueFactory(key, factoryArgument));
            pending.Complete(value);
            return value;
        }
        catch
        {
            Abandon(key, pending);
            throw;
        }
    }

    // Those who wait are woken even if the comparer, which finds the key, throws: they would wait for ever.
    private void Abandon(TKey key, PendingFactory<TValue> pending)
    {
        try
        {
            Factories.Leave(key, pending);
        }
        finally
        {
            pending.Fail();
        }
    }

    private TValue Publish(PendingFactory<TValue> pending, TKey key, TValue made)
    {
        using var writing = Core.Write();
        if (Master.TryAdd(key, made))
        {
            MarkChanged();
            Core.MakeVisible();
        }
        else if (Master.TryGetValue(key, out var present))
        {
            made = present;
        }

        // When the value is visible and before the lock is released. Earlier, a caller that does not see the value yet could
        // run the factory again; later, one could join and get a value that somebody has removed before it came.
        Factories.Leave(key, pending);
        return made;
    }
}
