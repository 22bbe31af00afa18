using System.Runtime.CompilerServices;
using SafeState.Facades.Factories;

namespace SafeState;

// The members that make a missing value: the factory runs once per missing key, and no lock is held while it runs.
public abstract partial class MapFacade<TKey, TValue, TGate> : IFactoryTarget<TKey, TValue, TValue>
{
    private PendingFactories<TKey, TValue, TValue>? _factories;

    private PendingFactories<TKey, TValue, TValue> Factories =>
        // The exchange is a full fence: what it publishes is complete. A plain read suffices, for all is reached through the reference.
        _factories
        ?? (Interlocked.CompareExchange(ref _factories, new(this, Name, CreateTable<PendingFactory<TValue>>()), null) ?? _factories);

    /// <summary>The value of <paramref name="key"/>; if there is none, <paramref name="value"/> is added and returned.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    public TValue GetOrAdd(TKey key, TValue value)
    {
        ThrowIfNull(key);
        Core.ThrowIfInReadScope();
        return TryGetValue(key, out var present) ? present : AddOrGet(key, value);
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
        return TryGetValue(key, out var present) ? present : Factories.GetOrAdd(key, valueFactory, factoryArgument);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TValue AddOrGet(TKey key, TValue value)
    {
        using var writing = WriteKey(HashCodeOf(key));
        if (!TryAddMaster(writing, key, value))
        {
            return TryGetMaster(writing, key, out var present) ? present : value;
        }

        writing.MarkChanged(this);
        return value;
    }

    void IFactoryTarget<TKey, TValue, TValue>.ThrowIfFrozen() => Core.ThrowIfFrozen();

    TValue IFactoryTarget<TKey, TValue, TValue>.Publish(TKey key, TValue made, Action published)
    {
        using var writing = WriteKey(HashCodeOf(key));
        if (TryAddMaster(writing, key, made))
        {
            writing.MarkChanged(this);
            writing.MakeVisible();
        }
        else if (TryGetMaster(writing, key, out var present))
        {
            made = present;
        }

        published();
        return made;
    }
}
