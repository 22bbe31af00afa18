using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Views;

/// <summary>A value inside a write scope. Used by generated code.</summary>
/// <typeparam name="TShared">Its snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct EditedValue<TShared>
    where TShared : class
{
    internal EditedValue(StateField<TShared> field, WriteTicket ticket)
    {
        Field = field;
        Ticket = ticket;
    }

    internal StateField<TShared> Field { get; }

    internal WriteTicket Ticket { get; }

    /// <summary>What is behind the value, as long as it is in the holder and its scope is open.</summary>
    /// <exception cref="ObjectDisposedException">The scope was left.</exception>
    /// <exception cref="InvalidOperationException">The value was taken out.</exception>
    public StateField<TShared> Demand()
    {
        Ticket.ThrowIfStale(Field);
        return Field;
    }

    /// <summary>What is in the value.</summary>
    public EditedValue<TInner> Inner<TInner>(StateField<TInner> inner)
        where TInner : class => new(inner, Ticket);

    /// <summary>Says that the value changed.</summary>
    public void MarkChanged() => Field.MarkChanged();
}
