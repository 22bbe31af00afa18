using System.Collections;
using SafeState.Tests.Holders;

namespace SafeState.Tests.Nested;

/// <summary>No mutable collection is both inside a holder and outside: neither what was put in nor what was handed out.</summary>
public sealed class IndependenceTests
{
    private readonly List<int> _numbers = [1];
    private readonly HashSet<string> _set = new(StringComparer.OrdinalIgnoreCase) { "Key" };
    private readonly int[] _row = [1];
    private readonly Queue<int> _queue = new([1]);
    private readonly Seeded _holder;

    public IndependenceTests()
    {
        _holder = new Seeded(_numbers, _set, _row, _queue);
        _ = _holder.Version;
    }

    [Fact]
    public void WhatAHolderBeganWithIsCopied()
    {
        ChangeAll(_numbers, _set, _row, _queue);
        AssertUnchanged();
    }

    [Fact]
    public void WhatIsPutInIsCopied()
    {
        var numbers = new List<int> { 1 };
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Key" };
        int[] row = [1];
        var queue = new Queue<int>([1]);
        _holder.Numbers.Set("key", numbers);
        _holder.Sets.Set("key", new(StringComparer.OrdinalIgnoreCase) { ["Key"] = set });
        _holder.Rows.Set(0, row);
        _holder.Queues.ReplaceAll([queue]);
        ChangeAll(numbers, set, row, queue);
        AssertUnchanged();
    }

    [Fact]
    public void WhatAFactoryMakesIsCopied()
    {
        var made = new List<int> { 1 };
        _holder.Numbers.GetOrAdd("made", _ => made);
        _holder.Numbers.AddOrUpdate("added", _ => made, (_, _) => made);
        made.Add(2);
        Assert.Equal([1], _holder.Numbers["made"]);
        Assert.Equal([1], _holder.Numbers["added"]);
        _holder.Numbers.Update("made", (_, _) => made);
        made.Add(3);
        Assert.Equal([1, 2], _holder.Numbers["made"]);
    }

    [Fact]
    public void WhatIsPutInThroughAScopeIsCopied()
    {
        var numbers = new List<int> { 1 };
        SetInScope(numbers);
        numbers.Add(2);
        AssertUnchanged();
    }

    [Fact]
    public void ADeepCopyIsIndependentAtEveryDepth()
    {
        ChangeAll(_holder.Numbers.DeepCopy()["key"], _holder.Sets.DeepCopy()["key"]["key"], _holder.Rows.DeepCopy()[0], _holder.Queues.DeepCopy().Peek());
        AssertUnchanged();
    }

    [Fact]
    public void ComparersAreKeptAtEveryDepth()
    {
        AssertIgnoresCase(_holder.Sets["KEY"]["KEY"].Contains("KEY"));
        AssertIgnoresCase(_holder.Snapshot().Sets["KEY"]["KEY"].Contains("KEY"));
        AssertIgnoresCase(_holder.Sets.DeepCopy()["KEY"]["KEY"].Contains("KEY"));
        _holder.Sets["second"] = _holder.Sets["KEY"];
        AssertIgnoresCase(_holder.Sets["SECOND"]["KEY"].Contains("KEY"));
        AssertIgnoresCase(ReadInScope());
        Assert.Same(StringComparer.OrdinalIgnoreCase, _holder.Sets.DeepCopy()["second"]["key"].Comparer);

        static void AssertIgnoresCase(bool found) => Assert.True(found);
    }

    /// <summary>What a caller can get hold of, and all that can be reached from it by enumeration.</summary>
    [Fact]
    public void NothingThatIsHandedOutCanBeChanged()
    {
        object[] handedOut =
        [
            _holder.Numbers.Snapshot(), _holder.Sets.Snapshot(), _holder.Rows.Snapshot(), _holder.Queues.Snapshot(), _holder.Numbers.Keys, _holder.Numbers.Values, _holder.Sets.Values,
            _holder.Numbers["key"], _holder.Sets["key"], _holder.Rows[0], _holder.Numbers.GetOrAdd("key", _ => []), _holder.Numbers.GetOrAdd("new", [1]),
            _holder.Numbers.AddOrUpdate("key", [1], (_, _) => [1]), _holder.Queues.DequeueAll(),
        ];
        Assert.All(handedOut.SelectMany(Reachable), value => Assert.False(
            value is IList { IsReadOnly: false, IsFixedSize: false } or IDictionary { IsReadOnly: false } or ICollection<int> { IsReadOnly: false } or ICollection<string> { IsReadOnly: false },
            $"{value.GetType()} can be changed."));
    }

    private static IEnumerable<object> Reachable(object value) => value is IEnumerable items and not string
        ? items.Cast<object>().SelectMany(Reachable).Prepend(value)
        : value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? Reachable(type.GetProperty("Value")!.GetValue(value)!)
            : [];

    private static void ChangeAll(List<int> numbers, HashSet<string> set, int[] row, Queue<int> queue)
    {
        numbers.Add(2);
        set.Clear();
        row[0] = 2;
        queue.Enqueue(2);
    }

    private void AssertUnchanged()
    {
        Assert.Equal([1], _holder.Numbers["key"]);
        Assert.Equal(["Key"], _holder.Sets["key"]["key"]);
        Assert.Equal([1], _holder.Rows[0]);
        Assert.Equal([1], Assert.Single(_holder.Queues));
    }

    private void SetInScope(List<int> numbers)
    {
        using var state = _holder.EnterWrite();
        state.Numbers.Set("key", numbers);
    }

    private bool ReadInScope()
    {
        using var state = _holder.EnterRead();
        return state.Sets["KEY"]["KEY"].Contains("KEY");
    }
}
