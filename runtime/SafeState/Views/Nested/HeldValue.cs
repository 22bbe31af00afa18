using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Views;

/// <summary>A value inside a read scope: as it is, under the lock, or its snapshot, where readers take none. Used by generated code.</summary>
/// <typeparam name="TShared">The snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct HeldValue<TShared>
    where TShared : class
{
    /// <summary>The value as it is, under the lock.</summary>
    public HeldValue(StateField<TShared> field) => Field = field;

    /// <summary>The snapshot of the value.</summary>
    public HeldValue(TShared snapshot) => Snapshot = snapshot;

    /// <summary>What is behind the value, if it is read under the lock.</summary>
    public StateField<TShared>? Field { get; }

    /// <summary>The snapshot, if that is read.</summary>
    public TShared? Snapshot { get; }
}
