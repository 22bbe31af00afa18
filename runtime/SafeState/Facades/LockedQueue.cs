using SafeState.Gates;
using SafeState.Infrastructure;

namespace SafeState;

/// <summary>A queue to be enumerated under the read lock, without a copy. Write it directly into a <c>foreach</c>.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
public readonly ref struct LockedQueue<T, TGate>
    where TGate : struct, IGate<TGate>
{
    private readonly ReadOnlyQueueFacade<T, TGate> _facade;

    internal LockedQueue(ReadOnlyQueueFacade<T, TGate> facade) => _facade = facade;

    /// <summary>Takes the read lock; the enumerator's <c>Dispose</c>, which <c>foreach</c> calls, releases it.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public Enumerator GetEnumerator() => new(_facade);

    /// <summary>Enumerates a queue under the read lock.</summary>
    public ref struct Enumerator
    {
        private readonly ReadTicket _ticket;
        private StateCore<TGate>? _core;
        private Queue<T>.Enumerator _items;

        internal Enumerator(ReadOnlyQueueFacade<T, TGate> facade)
        {
            _core = facade.GetCore();
            _ticket = _core.EnterRead();
            _items = facade.SourceFor(_ticket).GetEnumerator();
        }

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items.Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _items.MoveNext();

        /// <summary>Releases the read lock. Calling it again does nothing.</summary>
        public void Dispose()
        {
            var core = _core;
            _core = null;
            core?.ExitRead(_ticket);
        }
    }
}
