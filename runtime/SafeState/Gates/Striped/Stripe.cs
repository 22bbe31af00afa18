using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace SafeState.Gates.Striped;

/// <summary>
/// One part of a striped map, with a lock of its own that readers need not take: they read, and read again if somebody was
/// inside meanwhile (a sequence lock, as in "Can Seqlocks Get Along With Programming Language Memory Models?", Boehm, MSPC 2012).
/// </summary>
internal abstract class Stripe
{
    // Odd while somebody is inside; one more with each coming and going.
    private long _sequence;

    // The thread that is inside. Changed by that thread only, and meaningful to it only.
    private int _owner;
    private long _changes;

    /// <summary>How many operations have changed the stripe. May be asked by any thread.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public bool IsHeldByCurrentThread => _owner == Environment.CurrentManagedThreadId;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter()
    {
        var sequence = Volatile.Read(ref _sequence);
        if ((sequence & 1) != 0 || Interlocked.CompareExchange(ref _sequence, sequence + 1, sequence) != sequence)
        {
            return false;
        }

        // A reader that sees what is stored from here on must see the odd number, too. x86 keeps stores in order; elsewhere an
        // interlocked instruction alone may let a later store overtake its own.
        if (!X86Base.IsSupported)
        {
            Interlocked.MemoryBarrier();
        }

        _owner = Environment.CurrentManagedThreadId;
        return true;
    }

    /// <summary>Leaves; what was stored inside is visible to whoever sees the even number.</summary>
    public void Exit()
    {
        _owner = 0;
        Volatile.Write(ref _sequence, _sequence + 1);
    }

    /// <summary>Counts an operation that changed the stripe. Needs the stripe.</summary>
    public void CountChange() => Volatile.Write(ref _changes, _changes + 1);

    /// <summary>Begins to read without the lock: what is loaded after this is loaded after it.</summary>
    /// <returns>What to give to <see cref="IsUnchangedSince"/>; odd when somebody is inside.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected long BeginReading() => Volatile.Read(ref _sequence);

    /// <summary>Whether nobody was inside since <see cref="BeginReading"/>, so that everything loaded in between belongs together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected bool IsUnchangedSince(long sequence)
    {
        // What was loaded before must not be loaded after the number.
#if NET10_0_OR_GREATER
        Volatile.ReadBarrier();
#else
        // x86 keeps loads in order, and the compiler does not move one across a volatile one.
        if (!X86Base.IsSupported)
        {
            Interlocked.MemoryBarrier();
        }
#endif
        return Volatile.Read(ref _sequence) == sequence;
    }
}
