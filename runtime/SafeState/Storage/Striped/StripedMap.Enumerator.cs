namespace SafeState.Storage.Striped;

// Enumeration, by whoever has all stripes or a map that nobody changes.
internal sealed partial class StripedMap<TKey, TValue>
{
    // What was done by those who had all stripes: entries that came, or chains that were exchanged; and all else.
    private int _additions;
    private int _otherChanges;

    /// <summary>
    /// Goes through the entries. In a scope they may change meanwhile, and that has the same outcome as in a <see cref="Dictionary{TKey, TValue}"/>: what is
    /// removed is not shown any more, and when something was added the enumeration is over.
    /// </summary>
    public struct Enumerator(StripedMap<TKey, TValue> map)
    {
        private readonly Chain<TKey, TValue>[] _chains = map._chains;
        private readonly int _additions = map._additions;
        private readonly int _otherChanges = map._otherChanges;
        private int _next;
        private ChainNode<TKey, TValue>? _node;
        private ChainNode<TKey, TValue>? _current;

        public readonly KeyValuePair<TKey, TValue> Current => _current is { } node ? new(node.Key, node.Value) : default;

        public bool MoveNext()
        {
            if (map._additions != _additions)
            {
                throw new InvalidOperationException("The map was added to while it was enumerated. Gather what is to be added, and add it after the loop.");
            }

            do
            {
                _node = _node?.Next;
                while (_node is null)
                {
                    if (_next == _chains.Length)
                    {
                        _current = null;
                        return false;
                    }

                    _node = _chains[_next++].First;
                }

                // The node may be one that was removed or replaced after this began.
                _current = map._otherChanges == _otherChanges ? _node : map.Find(_node.Key, _node.HashCode);
            }
            while (_current is null);

            return true;
        }

        public void Reset()
        {
            _next = 0;
            _node = null;
            _current = null;
        }
    }
}
