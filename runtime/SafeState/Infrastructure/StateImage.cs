using System.ComponentModel;

namespace SafeState.Infrastructure;

/// <summary>The immutable picture of a holder's state at one instant; generated code derives the holder's <c>StateSnapshot</c> from it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StateImage
{
    private readonly object[] _parts;

    /// <summary>Makes the picture from the snapshots of the collections.</summary>
    protected StateImage(ImageParts parts) => _parts = parts.Snapshots;

    internal object[] Parts => _parts;

    /// <summary>The version of the state. Set before the image is published.</summary>
    internal long Version { get; set; }

    /// <summary>The snapshot of one collection. Used by generated code.</summary>
    /// <param name="index">The index of the collection.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T __SafePart<T>(int index)
        where T : class => Part<T>(index);

    /// <summary>The snapshot of one collection.</summary>
    /// <param name="index">The index of its facade, in the order in which the facades were made.</param>
    protected T Part<T>(int index)
        where T : class => (T)_parts[index];
}

/// <summary>The snapshots of a holder's collections, on their way into a <see cref="StateImage"/>. Only a core makes one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImageParts
{
    internal ImageParts(object[] snapshots) => Snapshots = snapshots;

    internal object[] Snapshots { get; }
}
