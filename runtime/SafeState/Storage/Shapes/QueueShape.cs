using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Queues of values that are handed out as they are. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueueShape<T> : ValueShape<Queue<T>, QueueSnapshot<T>>
{
    internal override StateField<QueueSnapshot<T>> Adopt(Queue<T> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new QueueCell<T>(new Queue<T>(value.ToArray()));
    }

    internal override StateField<QueueSnapshot<T>> Adopt(QueueSnapshot<T> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var items = new Queue<T>(snapshot.Items);
        return new QueueCell<T>(adoption is null ? items : Copies.Of(items));
    }

    internal override StateField<QueueSnapshot<T>> CreateEmpty() => new QueueCell<T>(new Queue<T>());

    internal override Queue<T> Copy(QueueSnapshot<T> snapshot) => Copies.Of(new Queue<T>(snapshot.Items));
}
