using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>Arrays of collections or nodes; inside a holder they are lists. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NestedArrayShape<TDeclared, TShared>(ValueShape<TDeclared, TShared> items) : ValueShape<TDeclared[], ListSnapshot<TShared>>
    where TShared : class
{
    internal override StateField<ListSnapshot<TShared>> Adopt(TDeclared[] value, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new NestedList<TDeclared, TShared>(Members.AdoptAll(value, items.Adopt, adoption), items);
    }

    internal override StateField<ListSnapshot<TShared>> Adopt(ListSnapshot<TShared> snapshot, NodeAdoption? adoption = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new NestedList<TDeclared, TShared>(Members.AdoptAll(snapshot, items.Adopt, adoption), items);
    }

    internal override StateField<ListSnapshot<TShared>> CreateEmpty() => Adopt(Array.Empty<TDeclared>());

    internal override TDeclared[] Copy(ListSnapshot<TShared> snapshot) => Array.ConvertAll(snapshot.Items, items.Copy);
}
