using System.ComponentModel;
using SafeState.Gates;
using SafeState.Gates.Striped;

namespace SafeState.Infrastructure;

/// <summary>What every holder has, whatever its gate: its fields, its version, the image of its state, and its open write scope. Used by generated code.</summary>
/// <remarks>
/// Everything here is written under the holder's write lock only. What lock-free readers look at (<see cref="Version"/>, the
/// image, the fields' cached snapshots) is written with release and read with acquire semantics.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StateCore
{
    private readonly string _holder;
    private StateField[] _fields = [];
    private StateImage? _image;
    private long _version;

    // The ticket of the open write scope, zero when none is open. Tickets are never used twice, so a stale one never equals it.
    private long _writeTicket;
    private long _lastWriteTicket;

    // The version that the change under way will make; equal to _version while nothing was changed.
    private long _nextVersion;

    private protected StateCore(string holder) => _holder = holder;

    /// <summary>The number of operations and scopes that changed something so far. Takes no lock and may be read anywhere.</summary>
    // That of the image, if there is one: without a lock the state and its version change at the same moment only when both are
    // behind one reference.
    public long Version => CachedImage is { } image ? image.Version : Volatile.Read(ref _version) + (Stripes?.Changes ?? 0);

    internal string Holder => _holder;

    /// <summary>The stripes of the holder's maps, if its strategy has any: they count their changes by themselves.</summary>
    internal StripeSet? Stripes { get; private protected init; }

    internal StateImage? CachedImage => Volatile.Read(ref _image);

    /// <summary>Makes the core of a holder that has none yet: one thread makes it, and others that need it wait. The core takes what the fields were given.</summary>
    /// <typeparam name="THolder">What the core is made of.</typeparam>
    /// <typeparam name="TCore">The core of the holder.</typeparam>
    /// <param name="core">Where the holder keeps its core.</param>
    /// <param name="holder">The holder.</param>
    /// <param name="create">Makes the core.</param>
    /// <returns>The holder's core, made by this thread or by another.</returns>
    /// <exception cref="LockRecursionException">This thread is making the holder's core, or one that waits for this thread is: the keys or comparers of the holder use it.</exception>
    public static TCore CreateOnce<THolder, TCore>(ref TCore? core, THolder holder, Func<THolder, TCore> create)
        where THolder : class
        where TCore : StateCore
    {
        // A static class has no instance that could stand for it.
        object subject = typeof(THolder) == typeof(string) ? typeof(TCore) : holder;
        TCore? made;
        while ((made = Volatile.Read(ref core)) is null)
        {
            if (CoreCreation.TryBegin(subject, typeof(TCore).DeclaringType?.Name ?? typeof(TCore).Name) is { } creation)
            {
                using (creation)
                {
                    // Another thread may have made it after the look and before the beginning.
                    if (Volatile.Read(ref core) is null)
                    {
                        // Release: whoever reads the reference finds the core complete.
                        Volatile.Write(ref core, creation.Run(holder, create));
                    }
                }
            }
        }

        return made;
    }

    /// <summary>The exception for the use of a scope that was not entered.</summary>
    /// <param name="holder">The holder's name.</param>
    internal static InvalidOperationException NotEntered(string holder) => new(
        $"This scope of '{holder}' was not entered. Check 'Entered' after TryEnterRead or TryEnterWrite before using the scope.");

    /// <summary>Makes the image of the state; called under the lock, or when the state can no longer change.</summary>
    /// <param name="parts">The snapshots of the collections, in the order in which their facades were made.</param>
    protected abstract StateImage CreateImage(ImageParts parts);

    /// <summary>Whether an exception says that a thread which is inside a holder like this one has used it.</summary>
    internal bool IsUsedAgain(LockRecursionException exception) => GateErrors.IsRecursion(exception, _holder);

    /// <summary>The exception for a delegate that uses the holder whose lock is held around it.</summary>
    /// <param name="operation">What was given the delegate.</param>
    /// <param name="cause">What the delegate met.</param>
    internal LockRecursionException UsedByDelegate(string operation, LockRecursionException cause) => GateErrors.UsedByDelegate(_holder, operation, cause);

    internal int Register(StateField field)
    {
        _fields = [.. _fields, field];
        return _fields.Length - 1;
    }

    /// <summary>Takes the state's image from the fields, reusing the snapshots of those that did not change. Needs the lock.</summary>
    internal StateImage TakeImage()
    {
        var parts = new object[_fields.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            parts[index] = _fields[index].TakeSnapshot();
        }

        var image = CreateImage(new ImageParts(parts));
        image.Version = _nextVersion + (Stripes?.Changes ?? 0);
        return image;
    }

    /// <summary>Makes <paramref name="image"/> the current one unless another thread was first, and returns the current one. Needs the lock, shared or not.</summary>
    // The exchange is a full fence: the image is complete before anybody can see it.
    internal StateImage Publish(StateImage image) => Interlocked.CompareExchange(ref _image, image, null) ?? image;

    /// <summary>Ends a change: no image until somebody asks for one, then the new version. Needs the write lock.</summary>
    internal void CompleteChange()
    {
        DropImage();
        CountChange();
    }

    /// <summary>From here on the image is taken anew. Needs the write lock, or the stripe that changed.</summary>
    internal void DropImage()
    {
        // A store that is not needed costs more than the look: all of them must reach the cache before the lock is released.
        if (_image is not null)
        {
            Volatile.Write(ref _image, null);
        }
    }

    /// <summary>Ends a change under a strategy that publishes images: the new image, then the new version. Needs the write lock.</summary>
    internal void PublishChange()
    {
        StateImage? image = null;
        try
        {
            // The first image is left to the first reader: filling a holder at start-up copies nothing.
            if (_image is not null)
            {
                image = TakeImage();
            }
        }
        finally
        {
            // Also when there was no memory for a copy: the next reader then tries again, and never sees an old state.
            Volatile.Write(ref _image, image);
            CountChange();
        }
    }

    // After the image: whoever finds no image and reads the new version here does not find an older image afterwards.
    private void CountChange() => Volatile.Write(ref _version, _nextVersion);

    /// <summary>Lets readers without a lock read the fields' snapshots directly. See <see cref="StateField.Offer"/>.</summary>
    internal void OfferSnapshots()
    {
        foreach (var field in _fields)
        {
            field.Offer();
        }
    }

    /// <summary>Sends readers without a lock to the core while a writer is inside. See <see cref="StateField.Withdraw"/>.</summary>
    internal void WithdrawSnapshots()
    {
        foreach (var field in _fields)
        {
            field.Withdraw();
        }
    }

    /// <summary>Makes look-ups quicker where nothing changes any more. See <see cref="StateField.Settle"/>.</summary>
    internal void SettleFields()
    {
        foreach (var field in _fields)
        {
            field.Settle();
        }
    }

    internal long OpenWriteScope()
    {
        var ticket = ++_lastWriteTicket;
        Volatile.Write(ref _writeTicket, ticket);
        return ticket;
    }

    /// <summary>Whether <paramref name="ticket"/> is the one of the open write scope. May be asked by any thread.</summary>
    internal bool IsCurrent(long ticket) => Volatile.Read(ref _writeTicket) == ticket;

    /// <summary>Whether the operation or scope that holds the write lock changed something so far.</summary>
    internal bool IsChanged => _nextVersion != _version;

    /// <summary>Says that the operation or scope that holds the write lock changed something.</summary>
    internal void MarkChanged() => _nextVersion = _version + 1;

    internal void CloseWriteScope(long ticket)
    {
        // Only the thread that holds the write lock can have a current ticket, so nothing is touched by anybody else.
        // Zero is the ticket of nobody, and current when no scope is open.
        if (ticket == 0 || !IsCurrent(ticket))
        {
            throw GateErrors.Mismatch(_holder);
        }

        Volatile.Write(ref _writeTicket, 0);
    }
}
