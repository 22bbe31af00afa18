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
}
