using SafeState.Gates;
using SafeState.Infrastructure;

namespace SafeState;

/// <summary>A map to be enumerated under the read lock, without a copy. Write it directly into a <c>foreach</c>.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public readonly ref struct LockedMap<TKey, TValue, TGate>
    where TKey : notnull
    where TGate : struct, IGate<TGate>
{
    private readonly ReadOnlyMapFacade<TKey, TValue, TGate> _facade;

    internal LockedMap(ReadOnlyMapFacade<TKey, TValue, TGate> facade) => _facade = facade;

    /// <summary>Takes the read lock; the enumerator's <c>Dispose</c>, which <c>foreach</c> calls, releases it.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public Enumerator GetEnumerator() => new(_facade);

    /// <summary>Enumerates a map under the read lock.</summary>
    public ref struct Enumerator
    {
        private readonly ReadTicket _ticket;
        private StateCore<TGate>? _core;
        private MapEnumerator<TKey, TValue> _entries;

        internal Enumerator(ReadOnlyMapFacade<TKey, TValue, TGate> facade)
        {
            _core = facade.GetCore();
            _ticket = _core.EnterRead();
            _entries = facade.StorageFor(_ticket).GetEnumerator();
        }

        /// <summary>The entry the enumerator is at.</summary>
        public readonly KeyValuePair<TKey, TValue> Current => _entries.Current;

        /// <summary>Goes to the next entry.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _entries.MoveNext();

        /// <summary>Releases the read lock. Calling it again does nothing.</summary>
        public void Dispose()
        {
            var core = _core;
            _core = null;
            core?.ExitRead(_ticket);
        }
    }
}
