using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Maps to collections or nodes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedMapShape<TKey, TDeclared, TShared>(ValueShape<TDeclared, TShared> values) : ValueShape<Dictionary<TKey, TDeclared>, MapSnapshot<TKey, TShared>>
    where TKey : notnull
    where TShared : class
{
    internal override StateField<MapSnapshot<TKey, TShared>> Adopt(Dictionary<TKey, TDeclared> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return NestedMap<TKey, TDeclared, TShared>.Adopt(new MapStorage<TKey, TDeclared>(value), values.Adopt, values, adoption);
    }

    internal override StateField<MapSnapshot<TKey, TShared>> Adopt(MapSnapshot<TKey, TShared> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return NestedMap<TKey, TDeclared, TShared>.Adopt(snapshot.Storage, values.Adopt, values, adoption);
    }

    internal override StateField<MapSnapshot<TKey, TShared>> CreateEmpty() => Adopt(new Dictionary<TKey, TDeclared>());

    internal override Dictionary<TKey, TDeclared> Copy(MapSnapshot<TKey, TShared> snapshot) => snapshot.Storage.Convert(values.Copy).Hashed!;
}
