using System.ComponentModel;
using System.Runtime.InteropServices;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>A list of collections or nodes inside a read scope, behind the reader that is generated for it. Used by generated code.</summary>
/// <typeparam name="TDeclared">The type of the elements as it is declared.</typeparam>
/// <typeparam name="TShared">The snapshot of an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NestedListReader<TDeclared, TShared>
    where TShared : class
{
    // One of the two: the elements under the lock, or their snapshots.
    private readonly ReadOnlySpan<StateField<TShared>> _fields;
    private readonly ReadOnlySpan<TShared> _snapshots;

    /// <summary>Reads a value of another collection.</summary>
    public NestedListReader(HeldValue<ListSnapshot<TShared>> value)
    {
        if (value.Snapshot is { } snapshot)
        {
            _snapshots = snapshot.Items;
        }
        else
        {
            _fields = CollectionsMarshal.AsSpan(((NestedList<TDeclared, TShared>)value.Field!).Master);
        }
    }

    /// <summary>The number of elements. O(1).</summary>
    public int Count => _fields.Length + _snapshots.Length;

    /// <summary>The element at <paramref name="index"/>. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public HeldValue<TShared> Get(int index) => TryGet(index, out var item) ? item : throw Spans.OutOfRange(index, "list");

    /// <summary>The element at <paramref name="index"/>, if the list is that long.</summary>
    public bool TryGet(int index, out HeldValue<TShared> item)
    {
        if (Spans.TryGet(_snapshots, index, out var snapshot))
        {
            item = new HeldValue<TShared>(snapshot);
            return true;
        }

        var isThere = Spans.TryGet(_fields, index, out var field);
        item = isThere ? new HeldValue<TShared>(field!) : default;
        return isThere;
    }

    /// <summary>Enumerates the elements, without a copy.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Enumerates a list inside a read scope.</summary>
    public ref struct Enumerator
    {
        private readonly NestedListReader<TDeclared, TShared> _list;
        private int _index;

        internal Enumerator(NestedListReader<TDeclared, TShared> list)
        {
            _list = list;
            _index = -1;
        }

        /// <summary>The element the enumerator is at.</summary>
        public readonly HeldValue<TShared> Current => _list.Get(_index);

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext() => ++_index < _list.Count;
    }
}
