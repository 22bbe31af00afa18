using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Sets. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SetShape<T> : ValueShape<HashSet<T>, SetSnapshot<T>>
{
    internal override StateField<SetSnapshot<T>> Adopt(HashSet<T> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new SetCell<T>(new HashSet<T>(value, value.Comparer));
    }

    internal override StateField<SetSnapshot<T>> Adopt(SetSnapshot<T> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var items = new HashSet<T>(snapshot.Items, snapshot.Items.Comparer);
        return new SetCell<T>(adoption is null ? items : Copies.Of(items));
    }

    internal override StateField<SetSnapshot<T>> CreateEmpty() => new SetCell<T>([]);

    internal override HashSet<T> Copy(SetSnapshot<T> snapshot) => Copies.Of(new HashSet<T>(snapshot.Items, snapshot.Items.Comparer));
}
