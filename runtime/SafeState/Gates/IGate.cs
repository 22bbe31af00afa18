using SafeState.Gates.ReaderWriter;

namespace SafeState.Gates;

/// <summary>
/// How a strategy lets threads in and out. A gate is a struct that lives in the core of one holder and is never copied: the
/// facades are generic over it, so the JIT compiles them once per gate and no call to a gate is virtual.
/// </summary>
/// <remarks>A new strategy is a new gate, a member of <see cref="Strategy"/>, and a line in the generator's table of strategies.</remarks>
/// <typeparam name="TSelf">The gate itself.</typeparam>
public interface IGate<TSelf>
    where TSelf : struct, IGate<TSelf>
{
    /// <summary>Whether readers take no lock but read the image that the last writer published.</summary>
    static abstract bool PublishesImages { get; }

    /// <summary>Whether <see cref="Freeze"/> is supported.</summary>
    static abstract bool CanFreeze { get; }

    /// <summary>Whether <see cref="Freeze"/> has completed; everything written before is visible to a thread that reads <see langword="true"/>.</summary>
    bool IsFrozen { get; }

    /// <summary>Whether the current thread is inside as a reader (one that took a lock) or as the writer.</summary>
    bool IsHeldByCurrentThread { get; }

    /// <summary>Whether the current thread is inside as the writer.</summary>
    bool IsWriteHeldByCurrentThread { get; }

    /// <summary>Makes the gate of one holder.</summary>
    /// <param name="holder">The holder's name, for messages.</param>
    static abstract TSelf Create(string holder);

    /// <summary>Waits until the current thread may read.</summary>
    /// <returns>The ticket to give to <see cref="ExitRead"/>; zero when no lock had to be taken.</returns>
    /// <exception cref="LockRecursionException">The current thread is inside already.</exception>
    long EnterRead();

    /// <summary>Waits at most <paramref name="timeout"/> until the current thread may read.</summary>
    /// <exception cref="LockRecursionException">The current thread is inside already.</exception>
    bool TryEnterRead(TimeSpan timeout, out long ticket);

    /// <summary>Leaves as a reader.</summary>
    /// <exception cref="SynchronizationLockException">The ticket does not belong to an acquisition that is still held; the gate is as it was.</exception>
    void ExitRead(long ticket);

    /// <summary>Waits until the current thread may read, for one operation of the runtime, which is sure to leave: it needs no ticket.</summary>
    /// <exception cref="LockRecursionException">The current thread is inside already.</exception>
    internal ReadPass EnterOperation();

    /// <summary>Leaves after <see cref="EnterOperation"/>.</summary>
    internal void ExitOperation(ReadPass pass);

    /// <summary>Waits until the current thread is the only one inside.</summary>
    /// <exception cref="LockRecursionException">The current thread is inside already.</exception>
    /// <exception cref="InvalidOperationException">The holder is frozen.</exception>
    void EnterWrite();

    /// <summary>Waits at most <paramref name="timeout"/> until the current thread is the only one inside.</summary>
    /// <exception cref="LockRecursionException">The current thread is inside already.</exception>
    /// <exception cref="InvalidOperationException">The holder is frozen.</exception>
    bool TryEnterWrite(TimeSpan timeout);

    /// <summary>Leaves as the writer. The caller has checked that the current thread is.</summary>
    void ExitWrite();

    /// <summary>Waits for writers and readers to leave, then closes the gate to writers and opens it to readers, for ever. Does nothing when it is closed already.</summary>
    /// <exception cref="LockRecursionException">The current thread is inside.</exception>
    void Freeze();
}
