using SafeState.Tests.Holders;

namespace SafeState.Tests.Nested;

/// <summary>What did not change is not copied again.</summary>
public sealed class SharingTests
{
    private readonly Library _library = new();

    public SharingTests()
    {
        _library.Headers.Set("a", ["1"]);
        _library.Headers.Set("b", ["2"]);
        _library.Deep.Set("a", new() { ["x"] = [["1"], ["2"]], ["y"] = [] });
        _library.Deep.Set("b", new() { ["x"] = [["1"]] });
        _library.Groups.ReplaceAll([["1"], ["2"]]);
    }

    [Fact]
    public void AValueThatDidNotChangeIsTheSameObjectInEverySnapshot()
    {
        var (before, all) = (_library.Headers.Snapshot(), _library.Snapshot());
        _library.Headers.AddTo("a", "more");
        var after = _library.Headers.Snapshot();
        Assert.NotSame(before, after);
        Assert.NotSame(before["a"], after["a"]);
        Assert.Same(before["b"], after["b"]);
        Assert.Same(after["b"], _library.Headers["b"]);
        Assert.Same(all.Deep, _library.Snapshot().Deep);
    }

    [Fact]
    public void AChangeDropsOnlyTheSnapshotsOnItsWayUp()
    {
        var before = _library.Deep.Snapshot();
        Change();
        var after = _library.Deep.Snapshot();
        Assert.NotSame(before["a"]["x"][1], after["a"]["x"][1]);
        Assert.Same(before["a"]["x"][0], after["a"]["x"][0]);
        Assert.Same(before["a"]["y"], after["a"]["y"]);
        Assert.Same(before["b"], after["b"]);
        Assert.Equal(["2", "more"], after["a"]["x"][1]);
        Assert.Equal(["2"], before["a"]["x"][1]);
    }

    [Fact]
    public void TwoChangesWithNoSnapshotBetweenThemAreBothSeen()
    {
        _ = _library.Deep.Snapshot();
        Change();
        Change();
        Assert.Equal(["2", "more", "more"], _library.Deep["a"]["x"][1]);
        Change();
        Assert.Equal(["2", "more", "more", "more"], _library.Deep.Snapshot()["a"]["x"][1]);
    }

    [Fact]
    public void ASnapshotThatIsAskedForAgainCostsNothing()
    {
        Action[] ways =
        [
            () => _library.Headers.Snapshot(), () => _library.Deep.Snapshot(), () => _library.Snapshot(), () => _ = _library.Headers["a"], () => _ = _library.Deep["a"],
            () => _library.Headers.ContainsIn("a", "1"), () => _ = _library.Groups[0], () => Read(), () => ReadLocked(),
        ];
        foreach (var way in ways)
        {
            var allocated = Enumerable.Range(0, 5).Select(_ => Allocated(way)).Min();
            Assert.Equal(0, allocated);
        }
    }

    private static long Allocated(Action operation)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 100; time++)
        {
            operation();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Change()
    {
        using var state = _library.EnterWrite();
        state.Deep["a"]["x"][1].Add("more");
    }

    private void Read()
    {
        using var state = _library.EnterRead();
        foreach (var (_, inner) in state.Headers)
        {
            _ = inner.Count + state.Groups[0].Count;
        }
    }

    private void ReadLocked()
    {
        foreach (var (_, values) in _library.Headers.Locked())
        {
            _ = values.Count;
        }
    }
}
