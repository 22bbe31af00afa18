namespace SafeState.Storage.Striped;

/// <summary>The entries of a striped map whose hash codes chose the same number. A struct, so that storing to an array of them needs no check of its type.</summary>
internal struct Chain<TKey, TValue>
{
    public ChainNode<TKey, TValue>? First;
}
