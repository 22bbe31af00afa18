using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Sorted maps to values that are handed out as they are. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SortedMapShape<TKey, TValue> : ValueShape<SortedDictionary<TKey, TValue>, MapSnapshot<TKey, TValue>>
    where TKey : notnull
{
    internal override StateField<MapSnapshot<TKey, TValue>> Adopt(SortedDictionary<TKey, TValue> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new MapCell<TKey, TValue>(new MapStorage<TKey, TValue>(value).Copy());
    }

    internal override StateField<MapSnapshot<TKey, TValue>> Adopt(MapSnapshot<TKey, TValue> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new MapCell<TKey, TValue>(adoption is null ? snapshot.Storage.Copy() : new(Copies.Of(snapshot.Storage.CopySorted())));
    }

    internal override StateField<MapSnapshot<TKey, TValue>> CreateEmpty() => Adopt(new SortedDictionary<TKey, TValue>());

    internal override SortedDictionary<TKey, TValue> Copy(MapSnapshot<TKey, TValue> snapshot) => Copies.Of(snapshot.Storage.CopySorted());
}
