using System.Runtime.CompilerServices;

namespace SafeState.Storage.Striped;

/// <summary>An entry of a striped map.</summary>
/// <remarks>
/// <see cref="Next"/> and <see cref="Value"/> change only in nodes of the map's present edition: others are in a copy, too. A
/// value that cannot be stored in one piece never changes; its node is replaced.
/// </remarks>
internal sealed class ChainNode<TKey, TValue>(TKey key, int hashCode, TValue value, ChainNode<TKey, TValue>? next, int edition)
{
    public readonly TKey Key = key;
    public readonly int HashCode = hashCode;
    public readonly int Edition = edition;
    public TValue Value = value;
    public ChainNode<TKey, TValue>? Next = next;

    /// <summary>Whether this is the node of a key that is a struct without a comparer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOf(TKey key, int hashCode) =>
        // Numbers are compared as quickly as their hash codes.
        (typeof(TKey).IsPrimitive || typeof(TKey).IsEnum || HashCode == hashCode) && EqualityComparer<TKey>.Default.Equals(Key, key);
}
