using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SafeState.Gates;
using SafeState.Gates.ReaderWriter;
using SafeState.Gates.Striped;

namespace SafeState.Infrastructure;

/// <summary>The core of a holder: its gate and how threads pass it. Generated code derives one per holder and keeps it private.</summary>
/// <typeparam name="TGate">The gate of the holder's strategy.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class StateCore<TGate> : StateCore
    where TGate : struct, IGate<TGate>
{
    [SuppressMessage("Style", "IDE0044:Add readonly modifier", Justification = "Gates are mutable structs; a readonly field would be copied at each call.")]
    private TGate _gate;

    /// <summary>Makes the core of one holder.</summary>
    /// <param name="holder">The holder's name, for messages.</param>
    protected StateCore(string holder)
        : base(holder)
    {
        _gate = TGate.Create(holder);
        if (typeof(TGate) == typeof(StripedGate))
        {
            Stripes = Unsafe.As<TGate, StripedGate>(ref _gate).Stripes;
        }
    }

    /// <summary>Whether the holder is frozen. Takes no lock and may be read anywhere.</summary>
    public bool IsFrozen => _gate.IsFrozen;

    internal ref TGate Gate => ref _gate;

    /// <summary>Enters for one reading operation of a facade.</summary>
    internal ReadSection<TGate> Read() => new(this);

    /// <summary>Enters for one changing operation of a facade.</summary>
    internal WriteSection<TGate> Write() => new(this);

    /// <summary>Enters for one changing operation of a facade on one key.</summary>
    /// <param name="table">The map, where it is in stripes.</param>
    /// <param name="hashCode">The key's hash code, where there are stripes.</param>
    /// <param name="runsDelegate">Whether code of the user's runs inside, which must not use the holder.</param>
    internal KeySection<TGate> WriteKey(StripedTable? table, int hashCode, bool runsDelegate) => new(this, table, hashCode, runsDelegate);

    /// <summary>The state at one instant: without a lock when it is at hand, else taken under the read lock.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public StateImage GetImage()
    {
        if (TGate.PublishesImages)
        {
            return PublishedImage();
        }

        ThrowIfHeld();
        if (CachedImage is { } cached)
        {
            return cached;
        }

        lock (this)
        {
            using var reading = Read();
            return CachedImage ?? Publish(TakeImage());
        }
    }

    /// <summary>Takes the snapshot of a field that has none: one thread copies, and the others wait for its copy instead of making their own.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    internal TSnapshot TakeSnapshot<TSnapshot>(StateField<TSnapshot> field)
        where TSnapshot : class
    {
        // Before the monitor: who has it waits for those inside.
        ThrowIfHeld();
        lock (this)
        {
            using var reading = Read();
            return field.GetSnapshotUnderLock();
        }
    }

    /// <summary>
    /// Closes the holder to writers for ever. Waits for scopes and operations of other threads to end; does nothing when frozen already.
    /// O(n) for maps whose keys are structs that the platform compares; no lock is held meanwhile, and nobody's code runs.
    /// </summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public void Freeze()
    {
        _gate.Freeze();

        // Nothing changes any more: snapshots can be taken without the lock, and by several threads that freeze at once.
        TakeImage();
        OfferSnapshots();

        // Last: readers have something to read meanwhile.
        SettleFields();
        OfferSnapshots();
    }

    /// <summary>Opens a read scope.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    public ReadTicket EnterRead()
    {
        if (TGate.PublishesImages)
        {
            return EnterPublishedImage();
        }

        return new ReadTicket(this, null, _gate.EnterRead());
    }

    /// <summary>Opens a read scope within <paramref name="timeout"/>.</summary>
    /// <returns>The ticket of the scope, or one that says it was not entered in time.</returns>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public ReadTicket TryEnterRead(TimeSpan timeout)
    {
        // Also where no lock is asked: a wrong time is wrong under every strategy.
        Deadline.ThrowIfOutOfRange(timeout);
        if (TGate.PublishesImages)
        {
            // Only the first image has to wait for a writer to leave.
            return CachedImage is null && !TryPublishFirstImage(timeout) ? default : EnterPublishedImage();
        }

        return _gate.TryEnterRead(timeout, out var gateTicket) ? new ReadTicket(this, null, gateTicket) : default;
    }

    /// <summary>Closes a read scope.</summary>
    /// <exception cref="SynchronizationLockException">The scope is not open any more.</exception>
    public void ExitRead(ReadTicket ticket)
    {
        if (TGate.PublishesImages)
        {
            ReadScopes.Leave(this, ticket.GateTicket);
        }
        else
        {
            _gate.ExitRead(ticket.GateTicket);
        }
    }

    /// <summary>Opens a write scope.</summary>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    /// <exception cref="InvalidOperationException">The holder is frozen.</exception>
    public WriteTicket EnterWrite()
    {
        BeginWrite();
        return new WriteTicket(this, OpenWriteScope());
    }

    /// <summary>Opens a write scope within <paramref name="timeout"/>.</summary>
    /// <returns>The ticket of the scope, or one that says it was not entered in time.</returns>
    /// <exception cref="LockRecursionException">This thread is inside the holder.</exception>
    /// <exception cref="InvalidOperationException">The holder is frozen.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative and not infinite, or longer than <see cref="int.MaxValue"/> milliseconds.</exception>
    public WriteTicket TryEnterWrite(TimeSpan timeout)
    {
        Deadline.ThrowIfOutOfRange(timeout);
        ThrowIfInReadScope();
        if (!_gate.TryEnterWrite(timeout))
        {
            return default;
        }

        BeginChange();
        return new WriteTicket(this, OpenWriteScope());
    }

    /// <summary>Closes a write scope and makes its changes visible.</summary>
    /// <exception cref="SynchronizationLockException">The scope is not open any more.</exception>
    public void ExitWrite(WriteTicket ticket)
    {
        CloseWriteScope(ticket.Value);
        EndWrite();
    }

    /// <summary>Takes the write lock.</summary>
    internal void BeginWrite()
    {
        ThrowIfInReadScope();
        _gate.EnterWrite();
        BeginChange();
    }

    /// <summary>Makes what was changed visible as soon as the lock allows it; the lock is still held.</summary>
    internal void MakeVisible()
    {
        if (TGate.PublishesImages)
        {
            PublishChange();
        }
        else
        {
            CompleteChange();
        }
    }

    /// <summary>Makes what was changed visible and releases the write lock.</summary>
    internal void EndWrite()
    {
        if (TGate.PublishesImages)
        {
            EndPublishing();
            return;
        }

        if (IsChanged)
        {
            CompleteChange();
        }

        _gate.ExitWrite();
    }

    /// <summary>Refuses what must not happen while this thread is inside, where the lock itself is not asked.</summary>
    internal void ThrowIfHeld()
    {
        if (_gate.IsHeldByCurrentThread)
        {
            throw GateErrors.Recursion(Holder);
        }
    }

    /// <summary>Refuses what needs a lock that can no longer be taken.</summary>
    internal void ThrowIfFrozen()
    {
        if (IsFrozen)
        {
            throw GateErrors.Frozen(Holder);
        }
    }

    /// <summary>Refuses to write while this thread has a read scope open that the gate does not know of.</summary>
    internal void ThrowIfInReadScope()
    {
        if (TGate.PublishesImages)
        {
            ReadScopes.ThrowIfInside(this);
        }
    }

    private void BeginChange()
    {
        if (TGate.PublishesImages)
        {
            WithdrawSnapshots();
        }
    }
}
