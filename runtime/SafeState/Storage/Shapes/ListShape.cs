using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Lists of values that are handed out as they are. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListShape<T> : ValueShape<List<T>, ListSnapshot<T>>
{
    internal override StateField<ListSnapshot<T>> Adopt(List<T> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ListCell<T>([.. value.ToArray()]);
    }

    internal override StateField<ListSnapshot<T>> Adopt(ListSnapshot<T> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        List<T> items = [.. snapshot.Items];
        return new ListCell<T>(adoption is null ? items : Copies.Of(items));
    }

    internal override StateField<ListSnapshot<T>> CreateEmpty() => new ListCell<T>([]);

    internal override List<T> Copy(ListSnapshot<T> snapshot) => Copies.Of(new List<T>(snapshot.Items));
}
