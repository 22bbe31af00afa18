using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Maps to values that are handed out as they are. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MapShape<TKey, TValue> : ValueShape<Dictionary<TKey, TValue>, MapSnapshot<TKey, TValue>>
    where TKey : notnull
{
    internal override StateField<MapSnapshot<TKey, TValue>> Adopt(Dictionary<TKey, TValue> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new MapCell<TKey, TValue>(new MapStorage<TKey, TValue>(value).Copy());
    }

    internal override StateField<MapSnapshot<TKey, TValue>> Adopt(MapSnapshot<TKey, TValue> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new MapCell<TKey, TValue>(adoption is null ? snapshot.Storage.Copy() : new(Copies.Of(snapshot.Storage.CopyHashed())));
    }

    internal override StateField<MapSnapshot<TKey, TValue>> CreateEmpty() => Adopt(new Dictionary<TKey, TValue>());

    internal override Dictionary<TKey, TValue> Copy(MapSnapshot<TKey, TValue> snapshot) => Copies.Of(snapshot.Storage.CopyHashed());
}
