using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Views;

/// <summary>A value inside a read scope: as it is, under the lock, or its snapshot, where readers take none. Used by generated code.</summary>
/// <typeparam name="TShared">The snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct HeldValue<TShared>
    where TShared : class
{
    internal HeldValue(StateField<TShared> field) => Field = field;

    internal HeldValue(TShared snapshot) => Snapshot = snapshot;

    internal StateField<TShared>? Field { get; }

    internal TShared? Snapshot { get; }
}
