using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Arrays of values that are handed out as they are; inside a holder they are lists. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayShape<T> : ValueShape<T[], ListSnapshot<T>>
{
    internal override StateField<ListSnapshot<T>> Adopt(T[] value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ListCell<T>([.. value]);
    }

    internal override StateField<ListSnapshot<T>> Adopt(ListSnapshot<T> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        List<T> items = [.. snapshot.Items];
        return new ListCell<T>(adoption is null ? items : Copies.Of(items));
    }

    internal override StateField<ListSnapshot<T>> CreateEmpty() => new ListCell<T>([]);

    internal override T[] Copy(ListSnapshot<T> snapshot) => Copies.Of(snapshot.Items.AsSpan().ToArray());
}
