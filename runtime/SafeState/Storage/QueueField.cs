using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>A queue of a holder: the master copy that facade, views and core share.</summary>
/// <remarks>The holder adopts the collection of the user's field as its master when it is first used; nobody else can reach it from then on.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class QueueField<T> : StateField<QueueSnapshot<T>>
{
    private readonly Queue<T>? _seed;

    private protected QueueField(StateCore core, Queue<T>? seed, string name)
        : base(core, seed, name)
    {
        _seed = seed;
        Master = Adopt(seed!);
    }

    private protected QueueField(Queue<T> own)
    {
        _seed = own;
        Master = own;
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal Queue<T> Master { get; private set; }

    // What it was made of may have kept its array, if it copied itself into it; an empty one has none to keep.
    private static Queue<T> Adopt(Queue<T> seed)
    {
        if (seed.Count == 0)
        {
            return seed;
        }

        CoreCreation.WhenDone(seed.Clear);
        return new Queue<T>(seed);
    }

    /// <summary>Puts <paramref name="replacement"/> in the place of the master. Needs the write lock.</summary>
    internal void Replace(Queue<T> replacement)
    {
        var previous = Master;
        if (previous.Count == 0 && replacement.Count == 0)
        {
            return;
        }

        Master = replacement;
        MarkChanged();
        if (ReferenceEquals(previous, _seed))
        {
            // The user's field still refers to the first master; what it held must not live as long as the holder.
            previous.Clear();
        }
    }

    /// <summary>Copies <paramref name="items"/>, before any lock is taken: a sequence that throws changes nothing.</summary>
    internal Queue<T> Collect(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);

        // By way of an array: a collection is asked to copy itself into what it fills, and could keep the queue's own array.
        return new Queue<T>(items.ToArray());
    }
}
