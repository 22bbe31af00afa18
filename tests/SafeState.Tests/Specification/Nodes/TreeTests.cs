using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nodes;

/// <summary>Trees of nodes: walked, changed, photographed and copied.</summary>
public sealed class TreeTests
{
    private const int Deep = 100_000;

    private readonly Forest _forest = new();

    [Fact]
    public void ATreeIsBuiltAndWalkedInALoop()
    {
        Build("a/b/c", 1);
        Build("a/B/d", 2);
        Assert.Equal(1, Find("A/b/C"));
        Assert.Equal(2, Find("a/b/d"));
        Assert.Null(Find("a/x"));
        Assert.Equal(["new"], _forest.Root.Snapshot().Children["a"].Notes);
    }

    [Fact]
    public void EveryKindOfFieldIsReadAndWritten()
    {
        Change();
        var root = _forest.Snapshot().Root;
        Assert.Equal(("root", 3, "next", "x", "root + noted"), (root.Name, root.Count, root.Next!.Name, root.Groups["g"][0].Name, string.Join(" + ", root.Notes)));
        Assert.Equal("root 3 next x root", Read());
    }

    [Fact]
    public void AChangeIsANewVersionAndANewSnapshotOnTheWayUpOnly()
    {
        Build("a/b", 1);
        Build("c/d", 1);
        var (before, version) = (_forest.Snapshot(), _forest.Version);
        Build("a/b", 2);
        var after = _forest.Snapshot();
        Assert.Equal(version + 1, _forest.Version);
        Assert.NotSame(before.Root.Children["a"].Children["b"], after.Root.Children["a"].Children["b"]);
        Assert.Same(before.Root.Children["c"], after.Root.Children["c"]);
        Assert.Same(before.Trees, after.Trees);
        Assert.Equal(1, before.Root.Children["a"].Children["b"].Count);
        Assert.Same(after.Root, _forest.Root.Snapshot());
        Assert.Equal(0, Allocated(() => _forest.Root.Snapshot()));
    }

    [Fact]
    public void ACopyIsIndependent()
    {
        Change();
        var copy = _forest.Root.DeepCopy();
        var other = new Forest();
        other.Root.Set(copy);
        Assert.Equal(Plain(_forest.Root.Snapshot()), Plain(other.Root.Snapshot()));
        Build("a", 9);
        Assert.False(other.Root.Snapshot().Children.ContainsKey("a"));
        other.Trees["again"] = _forest.Root.Snapshot();
        other.Row.Add(_forest.Root.Snapshot().ToNode());
        Assert.Equal(9, other.Trees["AGAIN"].Children["A"].Count);
        Assert.Equal(Plain(_forest.Root.Snapshot()), Plain(other.Row[0]));
        Assert.Single(other.Trees.DeepCopy());
    }

    [Fact]
    public void AViewOfANodeThatWasTakenOutIsToldSo()
    {
        var node = new TreeNode();
        _forest.Spare.Set(node);
        using var state = _forest.EnterWrite();
        var spare = state.Spare.Value;
        var inner = spare.Children.GetOrAdd("a");
        state.Spare.Clear();
        var told = 0;
        try { spare.Count = 1; } catch (InvalidOperationException) { told++; }
        try { _ = inner.Name; } catch (InvalidOperationException) { told++; }
        try { inner.Notes.Add("x"); } catch (InvalidOperationException) { told++; }
        try { inner.Children.GetOrAdd("b"); } catch (InvalidOperationException) { told++; }

        // Also where another holder has it now.
        var other = new Forest();
        other.Spare.Set(node);
        try { spare.Count = 1; } catch (InvalidOperationException) { told++; }
        try { inner.Notes.Clear(); } catch (InvalidOperationException) { told++; }
        Assert.Equal(6, told);
        Assert.Equal(["new"], other.Spare.Snapshot()!.Children["a"].Notes);
    }

    [Fact]
    public void WhoAsksForANodeThatIsNotThereIsToldWhereAndWhatToAskInstead()
    {
        Action[] asks =
        [
            () => { using var state = _forest.EnterRead(); _ = state.Spare.Value.Count; },
            () => { using var state = _forest.EnterWrite(); _ = state.Spare.Value.Count; },
        ];
        Assert.All(asks, ask => Assert.Equal(
            "There is no TreeNode in '_spare' now. When that may be so, use 'TryGet(out var node)' instead of 'Value', or put one there with 'Set' in a write scope.",
            Assert.Throws<InvalidOperationException>(ask).Message));
    }

    [Fact]
    public void ATreeMayBeDeeperThanTheStack()
    {
        BuildChain();
        Assert.Equal(Deep, Depth(_forest));
        var snapshot = _forest.Root.Snapshot();
        Assert.Same(snapshot, _forest.Snapshot().Root);
        var other = new Forest();
        other.Root.Set(_forest.Root.DeepCopy());
        Assert.Equal(Deep, Depth(other));

        // Taken out and put in again, and made by constructors alone.
        var chain = new TreeNode("last");
        for (var depth = 0; depth < Deep; depth++)
        {
            chain = new TreeNode(chain);
        }

        other.Root.Set(chain);
        other.Root.Set(new TreeNode());
        _forest.Root.Set(chain);
        Assert.Equal(Deep, Depth(_forest));
        _ = _forest.Snapshot();
        Assert.Equal(Deep, Depth(_forest));
    }

    [Fact]
    public void WritersAndReadersOfATreeAgree()
    {
        var number = 0;
        Threads.RunWhile(
            150,
            () =>
            {
                number++;
                Build("a/b/c", number);
                BuildTogether(number);
            },
            () => Assert.True(Find("a/b/c") is null or > 0),
            () =>
            {
                var root = _forest.Root.Snapshot();
                Assert.True(!root.Children.TryGetValue("left", out var left) || left.Count == root.Children["right"].Count);
            },
            () => _ = _forest.Snapshot().Root.Children.Count);
    }

    private static string Plain(TreeNode.StateSnapshot node) =>
        $"{node.Name} {node.Count} {string.Join(",", node.Notes)} ({string.Join(";", node.Children.Select(child => child.Key + Plain(child.Value)).Order())}) {(node.Next is null ? "" : Plain(node.Next))} {string.Join(";", node.Groups.SelectMany(group => group.Value).Select(Plain))}";

    private static long Allocated(Action operation) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        operation();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static int Depth(Forest forest)
    {
        using var state = forest.EnterRead();
        var depth = 0;
        var current = state.Root;
        while (current.Next.TryGet(out current))
        {
            depth++;
        }

        return depth;
    }

    private void Build(string path, int count)
    {
        using var state = _forest.EnterWrite();
        var node = state.Root;
        foreach (var token in path.Split('/'))
        {
            node = node.Children.GetOrAdd(token);
        }

        node.Count = count;
    }

    private void BuildTogether(int count)
    {
        using var state = _forest.EnterWrite();
        var node = state.Root.Children.GetOrAdd("left");
        node.Count = count;
        node = state.Root.Children.GetOrAdd("right");
        node.Count = count;
    }

    private void BuildChain()
    {
        using var state = _forest.EnterWrite();
        var node = state.Root;
        for (var depth = 0; depth < Deep; depth++)
        {
            node.Next.Set(new TreeNode());
            node = node.Next.Value;
        }
    }

    private int? Find(string path)
    {
        using var state = _forest.EnterRead();
        var node = state.Root;
        foreach (var token in path.Split('/'))
        {
            if (!node.Children.TryGetValue(token, out node))
            {
                return null;
            }
        }

        return node.Count;
    }

    private void Change()
    {
        using var state = _forest.EnterWrite();
        var root = state.Root;
        root.Count = 3;
        root.Notes.Add("noted");
        root.Next.Set(new TreeNode("next"));
        root.Groups.GetOrAdd("g").Add(new TreeNode("x"));
    }

    private string Read()
    {
        using var state = _forest.EnterRead();
        var root = state.Root;
        return $"{root.Name} {root.Count} {root.Next.Value.Name} {root.Groups["G"][0].Name} {root.Notes[0]}";
    }
}
