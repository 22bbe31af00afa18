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
}
