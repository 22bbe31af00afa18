using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A list of a holder inside a write scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <remarks>Every member throws <see cref="ObjectDisposedException"/> when its scope was left nevertheless. Changes become visible to others when the scope ends; an exception inside the scope rolls nothing back.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct ListEditor<T>
{
    private readonly ListField<T> _field;
    private readonly WriteTicket _ticket;

    internal ListEditor(ListField<T> field, WriteTicket ticket)
    {
        _field = field;
        _ticket = ticket;
    }

    /// <summary>The number of elements. O(1).</summary>
    public int Count => Items.Count;

    /// <summary>Whether there are no elements. O(1).</summary>
    public bool IsEmpty => Items.Count == 0;

    private List<T> Items
    {
        get
        {
            _ticket.ThrowIfStale(_field);
            return _field.Master;
        }
    }

    /// <summary>The element at <paramref name="index"/>. O(1). To assign through a scope's property write <c>Set</c>: <c>state.List[index] = item</c> is CS1612.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public T this[int index]
    {
        get => TryGet(index, out var item) ? item : throw Spans.OutOfRange(index, _field.Name);
        set => Set(index, value);
    }

    /// <summary>Whether <paramref name="item"/> is there. O(n).</summary>
    public bool Contains(T item) => Items.Contains(item);

    /// <summary>The index of the first element that equals <paramref name="item"/>, or -1. O(n).</summary>
    public int IndexOf(T item) => Items.IndexOf(item);

    /// <summary>The element at <paramref name="index"/>, if the list is that long.</summary>
    public bool TryGet(int index, [MaybeNullWhen(false)] out T item) => Spans.TryGet(CollectionsMarshal.AsSpan(Items), index, out item);

    /// <summary>Replaces the element at <paramref name="index"/>. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void Set(int index, T item)
    {
        var items = Items;
        if ((uint)index >= (uint)items.Count)
        {
            throw Spans.OutOfRange(index, _field.Name);
        }

        items[index] = item;
        _field.MarkChanged();
    }

    /// <summary>Adds <paramref name="item"/> at the end. Amortised O(1).</summary>
    public void Add(T item)
    {
        Items.Add(item);
        _field.MarkChanged();
    }

    /// <summary>Puts <paramref name="item"/> at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
    public void Insert(int index, T item)
    {
        var items = Items;
        if ((uint)index > (uint)items.Count)
        {
            throw Spans.OutOfRange(index, _field.Name);
        }

        items.Insert(index, item);
        _field.MarkChanged();
    }

    /// <summary>Removes the first element that equals <paramref name="item"/>. O(n).</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(T item)
    {
        if (!Items.Remove(item))
        {
            return false;
        }

        _field.MarkChanged();
        return true;
    }

    /// <summary>Removes the element at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void RemoveAt(int index)
    {
        var items = Items;
        if ((uint)index >= (uint)items.Count)
        {
            throw Spans.OutOfRange(index, _field.Name);
        }

        items.RemoveAt(index);
        _field.MarkChanged();
    }

    /// <summary>Removes all elements.</summary>
    public void Clear()
    {
        var items = Items;
        if (items.Count != 0)
        {
            items.Clear();
            _field.MarkChanged();
        }
    }

    /// <summary>Replaces all elements by <paramref name="items"/>, which are read before anything changes.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public void ReplaceAll(IEnumerable<T> items)
    {
        var replacement = _field.Collect(items);
        _ticket.ThrowIfStale(_field);
        _field.Replace(replacement);
    }

    /// <summary>Enumerates the elements, without a copy. Do not change the list meanwhile: what the platform's collection notices ends the enumeration with an <see cref="InvalidOperationException"/>.</summary>
    public Enumerator GetEnumerator() => new(Items.GetEnumerator(), _field, _ticket);

    /// <summary>Enumerates a list inside a write scope.</summary>
    public ref struct Enumerator
    {
        private readonly ListField<T> _field;
        private readonly WriteTicket _ticket;
        private List<T>.Enumerator _items;

        internal Enumerator(List<T>.Enumerator items, ListField<T> field, WriteTicket ticket)
        {
            _items = items;
            _field = field;
            _ticket = ticket;
        }

        /// <summary>The element the enumerator is at.</summary>
        public readonly T Current => _items.Current;

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            _ticket.ThrowIfStale(_field);
            return _items.MoveNext();
        }
    }
}
