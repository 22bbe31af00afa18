using System.Diagnostics.CodeAnalysis;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState;

/// <summary>A set of a holder inside a write scope. Valid until the scope ends; the compiler keeps it from leaving the scope's block.</summary>
/// <remarks>Every member throws <see cref="ObjectDisposedException"/> when its scope was left nevertheless. Changes become visible to others when the scope ends; an exception inside the scope rolls nothing back.</remarks>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly ref struct SetEditor<T>
{
    private readonly SetField<T> _field;
    private readonly WriteTicket _ticket;

    internal SetEditor(SetField<T> field, WriteTicket ticket)
    {
        _field = field;
        _ticket = ticket;
    }

    /// <summary>The number of elements. O(1).</summary>
    public int Count => Items.Count;

    /// <summary>Whether there are no elements. O(1).</summary>
    public bool IsEmpty => Items.Count == 0;

    private HashSet<T> Items
    {
        get
        {
            _ticket.ThrowIfStale(_field);
            return _field.Master;
        }
    }

    /// <summary>Whether <paramref name="item"/> is there. O(1).</summary>
    public bool Contains(T item) => Items.Contains(item);

    /// <summary>The element that equals <paramref name="equalValue"/>, if there is one.</summary>
    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue) => Items.TryGetValue(equalValue, out actualValue);

    /// <summary>Adds <paramref name="item"/> unless it is there.</summary>
    /// <returns>Whether it was added.</returns>
    public bool Add(T item)
    {
        if (!Items.Add(item))
        {
            return false;
        }

        _field.MarkChanged();
        return true;
    }

    /// <summary>Removes <paramref name="item"/>.</summary>
    /// <returns>Whether it was there; of several threads that remove the same element, one is told so.</returns>
    public bool Remove(T item)
    {
        if (!Items.Remove(item))
        {
            return false;
        }

        _field.MarkChanged();
        return true;
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

    /// <summary>Enumerates the elements, without a copy. Do not change the set meanwhile: what the platform's collection notices ends the enumeration with an <see cref="InvalidOperationException"/>.</summary>
    public Enumerator GetEnumerator() => new(Items.GetEnumerator(), _field, _ticket);

    /// <summary>Enumerates a set inside a write scope.</summary>
    public ref struct Enumerator
    {
        private readonly SetField<T> _field;
        private readonly WriteTicket _ticket;
        private HashSet<T>.Enumerator _items;

        internal Enumerator(HashSet<T>.Enumerator items, SetField<T> field, WriteTicket ticket)
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
