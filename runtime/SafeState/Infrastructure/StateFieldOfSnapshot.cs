using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SafeState.Infrastructure;

/// <summary>A collection of a holder with the cache of its snapshot.</summary>
/// <typeparam name="TSnapshot">The immutable snapshot.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StateField<TSnapshot> : StateField
    where TSnapshot : class
{
    private TSnapshot? _snapshot;

    // Volatile: the acquire of a reader pairs with the release in Offer. A snapshot that is seen is seen whole, and so is all
    // that was published before.
    private volatile TSnapshot? _offered;

    private protected StateField(StateCore core, object? seed, string name)
        : base(core, seed, name)
    {
    }

    private protected StateField()
    {
    }

    /// <summary>The snapshot, if one was taken since the last change. Taken under the lock, it is dropped before a change becomes visible.</summary>
    internal TSnapshot? CachedSnapshot => Volatile.Read(ref _snapshot);

    /// <summary>What a reader may read without a lock and without asking anybody, if there is anything.</summary>
    internal TSnapshot? Offered => _offered;

    /// <summary>Copies the collection. Needs the lock, shared or not.</summary>
    private protected abstract TSnapshot CopySnapshot();

    internal sealed override bool HasSnapshot => _snapshot is not null;

    internal TSnapshot GetSnapshotUnderLock() => CachedSnapshot ?? CopyOnce();

    internal sealed override object TakeSnapshot() => GetSnapshotUnderLock();

    internal override void Offer() => _offered = _snapshot;

    internal override void Withdraw() => _offered = null;

    internal sealed override void MarkChanged()
    {
        if (TryDropSnapshot())
        {
            DropSnapshotsAbove();
        }

        Home!.MarkChanged();
    }

    internal sealed override void DropSnapshot() => TryDropSnapshot();

    // Several readers may copy at the same time; the exchange, a full fence, lets all of them share the first copy.
    private TSnapshot CopyOnce()
    {
        // A copy asks those inside for theirs, and a tree of nodes may be deeper than the stack.
        if (HasInner && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            TakeInnerSnapshots();
        }

        return Interlocked.CompareExchange(ref _snapshot, CopySnapshot(), null) ?? _snapshot;
    }

    private protected sealed override bool TryDropSnapshot()
    {
        if (_snapshot is null)
        {
            return false;
        }

        Volatile.Write(ref _snapshot, null);
        return true;
    }
}
