using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 7: null keys are refused before anything is locked, null arguments too; null elements are elements.</summary>
public sealed class NullTests
{
    public static TheoryData<string> Ways => [.. Calls.Keys];

    private static Dictionary<string, Action<Board>> Calls { get; } = new()
    {
        ["TryGetValue"] = board => board.Scores.TryGetValue(null!, out _),
        ["ContainsKey"] = board => board.Ranks.ContainsKey(null!),
        ["get"] = board => _ = board.Scores[null!],
        ["set"] = board => board.Scores[null!] = 1,
        ["Set"] = board => board.Ranks.Set(null!, 1),
        ["Add"] = board => board.Scores.Add(null!, 1),
        ["TryAdd"] = board => board.Ranks.TryAdd(null!, 1),
        ["GetOrAdd"] = board => board.Scores.GetOrAdd(null!, 1),
        ["GetOrAdd with a factory"] = board => board.Scores.GetOrAdd(null!, _ => 1),
        ["GetOrAdd with a factory and an argument"] = board => board.Scores.GetOrAdd(null!, static (_, one) => one, 1),
        ["GetOrAdd without its factory"] = board => board.Scores.GetOrAdd("a", null!),
        ["AddOrUpdate"] = board => board.Scores.AddOrUpdate(null!, 1, (_, _) => 1),
        ["AddOrUpdate with a factory"] = board => board.Scores.AddOrUpdate(null!, _ => 1, (_, _) => 1),
        ["AddOrUpdate without its delegate"] = board => board.Scores.AddOrUpdate("a", 1, null!),
        ["AddOrUpdate without its factory"] = board => board.Scores.AddOrUpdate("a", null!, (_, _) => 1),
        ["Update"] = board => board.Ranks.Update(null!, (_, _) => 1),
        ["Update without its delegate"] = board => board.Ranks.Update("a", null!),
        ["TryUpdate"] = board => board.Scores.TryUpdate(null!, 1, 1),
        ["Remove"] = board => board.Scores.Remove(null!),
        ["Remove with the value"] = board => board.Ranks.Remove(null!, out _),
        ["RemoveWhere without its predicate"] = board => board.Scores.RemoveWhere(null!),
        ["RemoveWhere of a set without its predicate"] = board => board.Tags.RemoveWhere(null!),
        ["RemoveWhere of a list without its predicate"] = board => board.Lines.RemoveWhere(null!),
        ["Update of a list without its delegate"] = board => board.Lines.Update(0, null!),
        ["ForEach without its delegate"] = board => board.Scores.ForEach(null!),
        ["ForEach of a set without its delegate"] = board => board.Tags.ForEach(null!),
        ["ForEach of a list without its delegate"] = board => board.Lines.ForEach(null!),
        ["ForEach of a queue without its delegate"] = board => board.Jobs.ForEach(null!),
        ["ReplaceAll"] = board => board.Scores.ReplaceAll([new(null!, 1)]),
        ["ReplaceAll of a sorted map"] = board => board.Ranks.ReplaceAll([new(null!, 1)]),
        ["AddRange"] = board => board.Scores.AddRange([new(null!, 1)]),
        ["SetRange"] = board => board.Scores.SetRange([new(null!, 1)]),
        ["ReplaceAll without a sequence"] = board => board.Scores.ReplaceAll(null!),
        ["ReplaceAll of a set without a sequence"] = board => board.Tags.ReplaceAll(null!),
        ["ReplaceAll of a list without a sequence"] = board => board.Lines.ReplaceAll(null!),
        ["ReplaceAll of a queue without a sequence"] = board => board.Jobs.ReplaceAll(null!),
        ["EnqueueRange without a sequence"] = board => board.Jobs.EnqueueRange(null!),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void IsRefusedWithoutWaitingForTheLock(string way)
    {
        var board = new Board();
        using var state = board.EnterWrite();
        Threads.RunElsewhere(() => Assert.Throws<ArgumentNullException>(() => Calls[way](board)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void ChangesNothing(string way)
    {
        var board = new Board();
        board.Scores["a"] = 1;
        board.Lines.Add("a");
        var image = board.Snapshot();
        Assert.Throws<ArgumentNullException>(() => Calls[way](board));
        Assert.Same(image, board.Snapshot());
    }

    [Fact]
    public void ANullKeyInAScopeIsRefusedAndChangesNothing()
    {
        var board = new Board();
        Assert.Throws<ArgumentNullException>(SetNull);
        Assert.Equal(0, board.Version);

        void SetNull()
        {
            using var state = board.EnterWrite();
            state.Scores.Set(null!, 1);
        }
    }

    [Fact]
    public void ANullTextIsNoKeyAnywhere() => AssertNullIsNoKey(new GenericBoard<string, int>(null), "key");

    [Fact]
    public void ANullReferenceIsNoKeyAnywhere() => AssertNullIsNoKey(new GenericBoard<object, int>(null), new object());

    // The compiler warns of such keys where it is asked to, and only there.
#pragma warning disable CS8714
    [Fact]
    public void ANullableNumberWithoutAValueIsNoKeyAnywhere() => AssertNullIsNoKey<int?>(new GenericBoard<int?, int>(null), 1);
#pragma warning restore CS8714

    [Fact]
    public void NullElementsAreElements()
    {
        var board = new Board();
        Assert.True(board.Tags.Add(null));
        Assert.False(board.Tags.Add(null));
        board.Lines.Add(null);
        board.Jobs.Enqueue(null);
        Assert.Contains(null, board.Tags);
        Assert.Equal([null], board.Lines);
        Assert.True(board.Jobs.TryDequeue(out var job));
        Assert.Null(job);
    }

    // In scopes and snapshots, where no facade looks at the key first, and in look-ups that ask as little as possible.
    private static void AssertNullIsNoKey<TKey>(GenericBoard<TKey, int> board, TKey key)
        where TKey : notnull
    {
        board.Remember(key, 1);
        Assert.Throws<ArgumentNullException>(() => board.Values.TryGetValue(default!, out _));
        var image = board.Snapshot();
        Assert.Throws<ArgumentNullException>(() => image.Values.TryGetValue(default!, out _));
        Assert.Throws<ArgumentNullException>(() => image.Values.ContainsKey(default!));
        Assert.Throws<ArgumentNullException>(() => image.Values[default!]);
        Assert.Throws<ArgumentNullException>(Read);
        Assert.Throws<ArgumentNullException>(() => board.Remember(default!, 2));
        Assert.Throws<ArgumentNullException>(TryAdd);
        Assert.Throws<ArgumentNullException>(Remove);
        Assert.Same(image, board.Snapshot());
        Assert.Equal(1, board.Version);

        void Read()
        {
            using var state = board.EnterRead();
            state.Values.TryGetValue(default!, out _);
        }

        void TryAdd()
        {
            using var state = board.EnterWrite();
            state.Values.TryAdd(default!, 2);
        }

        void Remove()
        {
            using var state = board.EnterWrite();
            state.Values.Remove(default!);
        }
    }

    [Fact]
    public void ACollectionThatIsNullAtTheFirstUseIsNamed()
    {
        var board = new ForgottenBoard();
        foreach (var use in new Action[] { () => board.Scores.Clear(), () => board.Lines.Clear(), () => board.Snapshot(), () => _ = board.Version })
        {
            var thrown = Assert.Throws<InvalidOperationException>(use);
            Assert.Contains("'ForgottenBoard._lines'", thrown.Message, StringComparison.Ordinal);
        }
    }
}
