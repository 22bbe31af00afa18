using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 3: an exception in a scope rolls nothing back, one in an operation leaves everything as it was; either way the lock is released.</summary>
public sealed class ExceptionTests
{
    private readonly Board _board = new();

    public ExceptionTests()
    {
        _board.Scores.ReplaceAll([new("a", 1), new("b", 2), new("c", 3)]);
        _board.Tags.AddRange(["a", "b", "c"]);
        _board.Lines.AddRange(["a", "b", "c"]);
        _board.Jobs.EnqueueRange(["a", "b", "c"]);
    }

    public static TheoryData<string> Ways => [.. Operations.Keys];

    private static Dictionary<string, Action<Board>> Operations { get; } = new()
    {
        ["AddOrUpdate that adds"] = board => board.Scores.AddOrUpdate("new", _ => throw new TimeoutException(), (_, _) => 0),
        ["AddOrUpdate that updates"] = board => board.Scores.AddOrUpdate("a", 0, (_, _) => throw new TimeoutException()),
        ["Update"] = board => board.Scores.Update("a", (_, _) => throw new TimeoutException()),
        ["GetOrAdd"] = board => board.Scores.GetOrAdd("new", _ => throw new TimeoutException()),
        ["RemoveWhere of a map"] = board => FailAtTheThird(isRemoved => board.Scores.RemoveWhere((_, _) => isRemoved())),
        ["RemoveWhere of a set"] = board => FailAtTheThird(isRemoved => board.Tags.RemoveWhere(_ => isRemoved())),
        ["RemoveWhere of a list"] = board => FailAtTheThird(isRemoved => board.Lines.RemoveWhere(_ => isRemoved())),
        ["Update of a list"] = board => board.Lines.Update(1, _ => throw new TimeoutException()),
        ["ReplaceAll of a map"] = board => board.Scores.ReplaceAll(Broken().Select(text => KeyValuePair.Create(text, 9))),
        ["AddRange of a map"] = board => board.Scores.AddRange(Broken().Select(text => KeyValuePair.Create(text, 9))),
        ["SetRange of a map"] = board => board.Scores.SetRange(Broken().Select(text => KeyValuePair.Create(text, 9))),
        ["ReplaceAll of a set"] = board => board.Tags.ReplaceAll(Broken()),
        ["AddRange of a set"] = board => board.Tags.AddRange(Broken()),
        ["ReplaceAll of a list"] = board => board.Lines.ReplaceAll(Broken()),
        ["AddRange of a list"] = board => board.Lines.AddRange(Broken()),
        ["ReplaceAll of a queue"] = board => board.Jobs.ReplaceAll(Broken()),
        ["EnqueueRange"] = board => board.Jobs.EnqueueRange(Broken()),
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void AnOperationThatThrowsChangesNothing(string way)
    {
        var (version, image) = (_board.Version, _board.Snapshot());
        Assert.Throws<TimeoutException>(() => Operations[way](_board));
        Assert.Equal(version, _board.Version);
        Assert.Same(image, _board.Snapshot());
        Threads.RunElsewhere(() => _board.Scores["after"] = 1);
    }

    [Fact]
    public void AddRangeWithAKeyThatIsThereAddsNothing()
    {
        var image = _board.Snapshot();
        var thrown = Assert.Throws<ArgumentException>(() => _board.Scores.AddRange([new("new", 1), new("B", 2)]));
        Assert.Contains("'B'", thrown.Message, StringComparison.Ordinal);
        Assert.Same(image, _board.Snapshot());
    }

    [Fact]
    public void WhatAScopeWroteBeforeItThrewStays()
    {
        var version = _board.Version;
        Assert.Throws<TimeoutException>(WriteAndThrow);
        Assert.Equal(version + 1, _board.Version);
        Assert.Equal(9, _board.Scores["a"]);
        Assert.Equal(9, _board.Snapshot().Total);
        Threads.RunElsewhere(WriteAgain);
        Assert.Equal(10, _board.Total);

        void WriteAndThrow()
        {
            using var state = _board.EnterWrite();
            state.Scores.Set("a", 9);
            state.Total = 9;
            throw new TimeoutException();
        }

        void WriteAgain()
        {
            using var state = _board.EnterWrite();
            state.Total++;
        }
    }

    [Fact]
    public void AReadScopeThatThrowsLetsGo()
    {
        Assert.Throws<TimeoutException>(ReadAndThrow);
        Assert.Throws<TimeoutException>(LoopAndThrow);
        Threads.RunElsewhere(() => _board.Scores["after"] = 1);
        _board.Scores["after"] = 2;

        void ReadAndThrow()
        {
            using var state = _board.EnterRead();
            throw new TimeoutException();
        }

        void LoopAndThrow()
        {
            foreach (var _ in _board.Scores.Locked())
            {
                throw new TimeoutException();
            }
        }
    }

    /// <summary>Removes with a predicate that wants two elements gone and fails at the third.</summary>
    private static void FailAtTheThird(Action<Func<bool>> remove)
    {
        var asked = 0;
        remove(() => ++asked < 3 ? true : throw new TimeoutException());
    }

    private static IEnumerable<string> Broken()
    {
        yield return "new";
        yield return "newer";
        throw new TimeoutException();
    }
}
