using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using SafeState.Infrastructure;
using SafeState.Storage;

namespace SafeState.Views;

/// <summary>A queue of collections or nodes inside a write scope, behind the editor that is generated for it. Used by generated code.</summary>
/// <typeparam name="TDeclared">The type of the elements as it is declared.</typeparam>
/// <typeparam name="TShared">The snapshot of an element.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct NestedQueueEditor<TDeclared, TShared>
    where TShared : class
{
    private readonly NestedQueue<TDeclared, TShared> _queue;
    private readonly WriteTicket _ticket;

    /// <summary>Edits a value of another collection.</summary>
    public NestedQueueEditor(EditedValue<QueueSnapshot<TShared>> value)
    {
        _queue = (NestedQueue<TDeclared, TShared>)value.Field;
        _ticket = value.Ticket;
    }

    /// <summary>The number of elements. O(1).</summary>
    public int Count => Queue.Master.Count;

    private NestedQueue<TDeclared, TShared> Queue
    {
        get
        {
            _ticket.ThrowIfStale(_queue);
            return _queue;
        }
    }

    /// <summary>The element at the head, which stays there.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryPeek(out EditedValue<TShared> item)
    {
        var isThere = Queue.Master.TryPeek(out var field);
        item = isThere ? new EditedValue<TShared>(field!, _ticket) : default;
        return isThere;
    }

    /// <summary>Adds <paramref name="item"/> at the tail. Amortised O(1).</summary>
    public void Enqueue(TDeclared item)
    {
        var adopted = Queue.Items.Adopt(item);
        try
        {
            _queue.Enqueue(adopted);
        }
        catch
        {
            adopted.Discard();
            throw;
        }
    }

    /// <summary>Adds an empty element at the tail and hands out its editor.</summary>
    public EditedValue<TShared> EnqueueNew()
    {
        var added = Queue.Items.CreateEmpty();
        _queue.Enqueue(added);
        return new EditedValue<TShared>(added, _ticket);
    }

    /// <summary>Takes the element at the head; <paramref name="item"/> is a snapshot of it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryDequeue([MaybeNullWhen(false)] out TShared item) => Queue.TryDequeue(out item);

    /// <summary>Removes all elements.</summary>
    public void Clear() => Queue.Replace([]);

    /// <summary>Replaces all elements by <paramref name="items"/>, which are read before anything changes.</summary>
    public void ReplaceAll(IEnumerable<TDeclared> items)
    {
        var replacement = Members.AdoptAll(items, _queue.Items.Adopt);
        try
        {
            Queue.Replace(replacement);
        }
        catch
        {
            Members.DiscardAll(replacement);
            throw;
        }
    }

    /// <summary>Enumerates the elements, without a copy.</summary>
    public Enumerator GetEnumerator() => new(Queue, _ticket);

    /// <summary>Enumerates a queue inside a write scope.</summary>
    public ref struct Enumerator
    {
        private readonly NestedQueue<TDeclared, TShared> _queue;
        private readonly WriteTicket _ticket;
        private Queue<StateField<TShared>>.Enumerator _items;

        internal Enumerator(NestedQueue<TDeclared, TShared> queue, WriteTicket ticket)
        {
            _queue = queue;
            _ticket = ticket;
            _items = queue.Master.GetEnumerator();
        }

        /// <summary>The element the enumerator is at.</summary>
        public EditedValue<TShared> Current => new(_items.Current, _ticket);

        /// <summary>Goes to the next element.</summary>
        /// <returns>Whether there was one.</returns>
        public bool MoveNext()
        {
            _ticket.ThrowIfStale(_queue);
            return _items.MoveNext();
        }
    }
}
