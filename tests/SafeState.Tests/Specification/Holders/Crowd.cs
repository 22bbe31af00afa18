namespace SafeState.Tests.Holders;

/// <summary>A holder of hash maps with each kind of keys and values that a map could treat in a way of its own.</summary>
[SharedState(Strategy = Chosen.Strategy)]
internal sealed partial class Crowd
{
    private readonly Dictionary<int, long> _numbers = [];
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<Meeting, decimal> _meetings = [];

    public void InOneScope(Change<int, long> first, Change<int, long> second)
    {
        using var state = EnterWrite();
        first.ApplyTo(state.Numbers);
        second.ApplyTo(state.Numbers);
    }

    public void InOneScope(Change<string, string> first, Change<string, string> second)
    {
        using var state = EnterWrite();
        first.ApplyTo(state.Texts);
        second.ApplyTo(state.Texts);
    }

    public void InOneScope(Change<Meeting, decimal> first, Change<Meeting, decimal> second)
    {
        using var state = EnterWrite();
        first.ApplyTo(state.Meetings);
        second.ApplyTo(state.Meetings);
    }

    public void VisitInScope(Visit visit)
    {
        using var state = EnterWrite();
        foreach (var (key, _) in state.Numbers)
        {
            visit(state.Numbers, key);
        }
    }

    public void InScope(Action action)
    {
        using var state = EnterWrite();
        action();
    }

    public void IncrementInScope(int key)
    {
        using var state = EnterWrite();
        state.Numbers.Set(key, state.Numbers.TryGetValue(key, out var number) ? number + 1 : 1);
    }

    /// <summary>What is done at each entry, with the map.</summary>
    internal delegate void Visit(MapEditor<int, long> map, int key);

    /// <summary>A key with one of three hash codes.</summary>
    internal readonly record struct Meeting(int Number)
    {
        public bool Equals(Meeting other) => Number == other.Number;

        public override int GetHashCode() => Number % 3;
    }

    /// <summary>A key to set, or to remove.</summary>
    internal readonly record struct Change<TKey, TValue>(TKey Key, TValue Value, bool IsRemoval)
        where TKey : notnull
    {
        public void ApplyTo(MapEditor<TKey, TValue> map)
        {
            if (IsRemoval)
            {
                map.Remove(Key);
            }
            else
            {
                map.Set(Key, Value);
            }
        }

        public void ApplyTo(Dictionary<TKey, TValue> map)
        {
            if (IsRemoval)
            {
                map.Remove(Key);
            }
            else
            {
                map[Key] = Value;
            }
        }
    }
}
