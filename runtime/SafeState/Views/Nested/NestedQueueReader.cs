using System.ComponentModel;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>A queue of collections or nodes inside a read scope, behind the reader that is generated for it. Used by generated code.</summary>
/// <typeparam name="TDeclared">The type of the elements as it is declared.</typeparam>
/// <typeparam name="TShared">The snapshot of an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NestedQueueReader<TDeclared, TShared>
    where TShared : class
{
    // One of the two: the elements under the lock, or their snapshots.
    private readonly Queue<StateField<TShared>>? _fields;
    private readonly Queue<TShared>? _snapshots;

    /// <summary>Reads a value of another collection.</summary>
    public NestedQueueReader(HeldValue<QueueSnapshot<TShared>> value)
    {
        _snapshots = value.Snapshot?.Items;
        _fields = ((NestedQueue<TDeclared, TShared>?)value.Field)?.Master;
    }

    /// <summary>The number of elements. O(1).</summary>
    public int Count => _snapshots?.Count ?? _fields!.Count;

    /// <summary>The element at the head, which stays there.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryPeek(out HeldValue<TShared> item)
    {
        var enumerator = GetEnumerator();
        var isThere = enumerator.MoveNext();
        item = isThere ? enumerator.Current : default;
        return isThere;
    }

    /// <summary>Enumerates the elements, without a copy.</summary>
    public Enumerator GetEnumerator() => _snapshots is not null ? new(_snapshots.GetEnumerator()) : new(_fields!.GetEnumerator());

    /// <summary>Enumerates a queue inside a read scope.</summary>
    public ref struct Enumerator
    {
        private readonly bool _isSnapshot;
        private Queue<TShared>.Enumerator _snapshots;
        private Queue<StateField<TShared>>.Enumerator _fields;

        internal Enumerator(Queue<TShared>.Enumerator snapshots)
        {
            _isSnapshot = true;
            _snapshots = snapshots;
        }

        internal Enumerator(Queue<StateField<TShared>>.Enumerator fields) => _fields = fields;

        /// <summary>The element the enumerator is at.</summary>
        public HeldValue<TShared> Current => _isSnapshot ? new(_snapshots.Current) : new(_fields.Current);

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => _isSnapshot ? _snapshots.MoveNext() : _fields.MoveNext();
    }
}
