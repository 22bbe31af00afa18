using System.ComponentModel;
using SafeState.Infrastructure;

namespace SafeState.Storage;

/// <summary>How a value that is a collection or a node lives inside a holder: what is kept for it, and how it is taken in and given out. Used by generated code.</summary>
/// <typeparam name="TDeclared">The type by which the holder's author declares it, and in which callers give it.</typeparam>
/// <typeparam name="TShared">The immutable type in which it is handed out.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueShape<TDeclared, TShared>
    where TShared : class
{
    private protected ValueShape()
    {
    }

    /// <summary>Whether there may be nothing.</summary>
    internal virtual bool AcceptsNull => false;

    /// <summary>Copies <paramref name="value"/> at every depth into something that nobody else can reach.</summary>
    /// <param name="value">What is taken in.</param>
    /// <param name="adoption">What takes in the node that it is in, if it is in one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    internal abstract StateField<TShared> Adopt(TDeclared value, NodeAdoption? adoption = null);

    /// <summary>Copies <paramref name="snapshot"/> at every depth into something that nobody else can reach.</summary>
    /// <param name="snapshot">What is taken in.</param>
    /// <param name="adoption">What takes in the node that it is in, if it is in one: a copy, so that values which bring their own copy are copied too.</param>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    internal abstract StateField<TShared> Adopt(TShared snapshot, NodeAdoption? adoption = null);

    /// <summary>Something new and empty, with the default comparer if it has one.</summary>
    internal abstract StateField<TShared> CreateEmpty();

    /// <summary>An independent, mutable copy of <paramref name="snapshot"/>, at every depth.</summary>
    internal abstract TDeclared Copy(TShared snapshot);
}
