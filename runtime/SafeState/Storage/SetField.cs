using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>A set of a holder: the master copy that facade, views and core share.</summary>
/// <remarks>The holder adopts the collection of the user's field as its master when it is first used; nobody else can reach it from then on.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SetField<T> : StateField<SetSnapshot<T>>
{
    private readonly HashSet<T>? _seed;

    private protected SetField(StateCore core, HashSet<T>? seed, string name)
        : base(core, seed, name)
    {
        _seed = seed;
        Master = seed!;
    }

    private protected SetField(HashSet<T> own)
    {
        _seed = own;
        Master = own;
    }

    /// <summary>Read and changed under the lock only, or read when frozen.</summary>
    internal HashSet<T> Master { get; private set; }

    /// <summary>Puts <paramref name="replacement"/> in the place of the master. Needs the write lock.</summary>
    internal void Replace(HashSet<T> replacement)
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
    internal HashSet<T> Collect(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);

        // The comparer never changes, so the first master, which no lock guards as a reference, can be asked for it.
        return new HashSet<T>(items, _seed!.Comparer);
    }
}
