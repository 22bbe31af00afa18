using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Queues of collections or nodes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedQueueShape<TDeclared, TShared>(ValueShape<TDeclared, TShared> items) : ValueShape<Queue<TDeclared>, QueueSnapshot<TShared>>
    where TShared : class
{
    internal override StateField<QueueSnapshot<TShared>> Adopt(Queue<TDeclared> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new NestedQueue<TDeclared, TShared>(new Queue<StateField<TShared>>(Members.AdoptAll(value.ToArray(), items.Adopt, adoption)), items);
    }

    internal override StateField<QueueSnapshot<TShared>> Adopt(QueueSnapshot<TShared> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new NestedQueue<TDeclared, TShared>(new Queue<StateField<TShared>>(Members.AdoptAll(snapshot, items.Adopt, adoption)), items);
    }

    internal override StateField<QueueSnapshot<TShared>> CreateEmpty() => Adopt(new Queue<TDeclared>());

    internal override Queue<TDeclared> Copy(QueueSnapshot<TShared> snapshot) => new(snapshot.Select(items.Copy));
}
