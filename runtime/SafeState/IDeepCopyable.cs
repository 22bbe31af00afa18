namespace SafeState;

/// <summary>A type that brings its own copy: <c>DeepCopy()</c> of a collection copies its values too, instead of sharing them, and so do <c>DeepCopy()</c> and <c>ToNode()</c> of a node.</summary>
/// <remarks>
/// It says nothing about threads: to be handed out at all, the type must be safe to share like any other, or its author must vouch for it. The
/// copy is made of what was handed out, with no lock held.
/// </remarks>
/// <typeparam name="T">The type itself.</typeparam>
public interface IDeepCopyable<out T>
{
    /// <summary>A copy that shares nothing mutable with this.</summary>
    T DeepCopy();
}
