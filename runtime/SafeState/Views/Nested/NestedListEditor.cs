using System.ComponentModel;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>A list of collections or nodes inside a write scope, behind the editor that is generated for it. Used by generated code.</summary>
/// <typeparam name="TDeclared">The type of the elements as it is declared.</typeparam>
/// <typeparam name="TShared">The snapshot of an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NestedListEditor<TDeclared, TShared>
    where TShared : class
{
    private readonly NestedList<TDeclared, TShared> _list;
    private readonly WriteTicket _ticket;

    /// <summary>Edits a value of another collection.</summary>
    public NestedListEditor(EditedValue<ListSnapshot<TShared>> value)
    {
        _list = (NestedList<TDeclared, TShared>)value.Field;
        _ticket = value.Ticket;
    }

    /// <summary>The number of elements. O(1).</summary>
    public int Count => List.Master.Count;

    private NestedList<TDeclared, TShared> List
    {
        get
        {
            _ticket.ThrowIfStale(_list);
            return _list;
        }
    }

    /// <summary>The element at <paramref name="index"/>. O(1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public EditedValue<TShared> Get(int index)
    {
        List.ThrowIfOutOfRange(index);
        return new EditedValue<TShared>(_list.Master[index], _ticket);
    }

    /// <summary>The element at <paramref name="index"/>, if the list is that long.</summary>
    public bool TryGet(int index, out EditedValue<TShared> item)
    {
        var isThere = (uint)index < (uint)Count;
        item = isThere ? new EditedValue<TShared>(_list.Master[index], _ticket) : default;
        return isThere;
    }

    /// <summary>Replaces the element at <paramref name="index"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void Set(int index, TDeclared item)
    {
        var adopted = List.Items.Adopt(item);
        try
        {
            _list.Set(index, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Adds <paramref name="item"/> at the end. Amortised O(1).</summary>
    public void Add(TDeclared item) => Insert(Count, item);

    /// <summary>Adds an empty element at the end and hands out its editor.</summary>
    public EditedValue<TShared> AddNew()
    {
        var added = List.Items.CreateEmpty();
        _list.Insert(Count, added);
        return new EditedValue<TShared>(added, _ticket);
    }

    /// <summary>Puts <paramref name="item"/> at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or beyond the end.</exception>
    public void Insert(int index, TDeclared item)
    {
        var adopted = List.Items.Adopt(item);
        try
        {
            _list.Insert(index, adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Removes the element at <paramref name="index"/>. O(n).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public void RemoveAt(int index) => List.RemoveAt(index);

    /// <summary>Removes all elements.</summary>
    public void Clear() => List.Replace([]);

    /// <summary>Replaces all elements by <paramref name="items"/>, which are read before anything changes.</summary>
    public void ReplaceAll(IEnumerable<TDeclared> items)
    {
        var replacement = Members.AdoptAll(items, _list.Items.Adopt);
        try
        {
            List.Replace(replacement);
        }
        catch
        {
            Members.DiscardAll(replacement);
            throw;
        }
    }

    /// <summary>Enumerates the elements, without a copy.</summary>
    public Enumerator GetEnumerator() => new(List, _ticket);

    /// <summary>Enumerates a list inside a write scope.</summary>
    public ref struct Enumerator
    {
        private readonly NestedList<TDeclared, TShared> _list;
        private readonly WriteTicket _ticket;
        private List<StateField<TShared>>.Enumerator _items;

        internal Enumerator(NestedList<TDeclared, TShared> list, WriteTicket ticket)
        {
            _list = list;
            _ticket = ticket;
            _items = list.Master.GetEnumerator();
        }

        /// <summary>The element the enumerator is at.</summary>
        public readonly EditedValue<TShared> Current => new(_items.Current, _ticket);

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            _ticket.ThrowIfStale(_list);
            return _items.MoveNext();
        }
    }
}
