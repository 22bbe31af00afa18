using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Lists of collections or nodes. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedListShape<TDeclared, TShared>(ValueShape<TDeclared, TShared> items) : ValueShape<List<TDeclared>, ListSnapshot<TShared>>
    where TShared : class
{
    internal override StateField<ListSnapshot<TShared>> Adopt(List<TDeclared> value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new NestedList<TDeclared, TShared>(Members.AdoptAll(value.ToArray(), items.Adopt, adoption), items);
    }

    internal override StateField<ListSnapshot<TShared>> Adopt(ListSnapshot<TShared> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new NestedList<TDeclared, TShared>(Members.AdoptAll(snapshot, items.Adopt, adoption), items);
    }

    internal override StateField<ListSnapshot<TShared>> CreateEmpty() => Adopt(new List<TDeclared>());

    internal override List<TDeclared> Copy(ListSnapshot<TShared> snapshot) => [.. Array.ConvertAll(snapshot.Items, items.Copy)];
}
