using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nodes;

/// <summary>A node that did not get where it was to go is free again.</summary>
public sealed class FailedAdoptionTests
{
    // The comparer of a node that is made for the test.
    private static readonly ThreadLocal<Comparer?> Comparers = new();

    /// <summary>Each way to put a node under a key.</summary>
    private static readonly Dictionary<string, Action<Garden, TreeNode>> Puts = new()
    {
        ["Set"] = (garden, node) => garden.Trees.Set("put", node),
        ["Add"] = (garden, node) => garden.Trees.Add("put", node),
        ["TryAdd"] = (garden, node) => garden.Trees.TryAdd("put", node),
        ["GetOrAdd"] = (garden, node) => garden.Trees.GetOrAdd("put", node),
        ["GetOrAdd by a factory"] = (garden, node) => garden.Trees.GetOrAdd("put", _ => node),
        ["AddOrUpdate"] = (garden, node) => garden.Trees.AddOrUpdate("put", node, (_, _) => node),
        ["ReplaceAll"] = (garden, node) => garden.Trees.ReplaceAll([new KeyValuePair<string, TreeNode>("put", node)]),
        ["AddRange"] = (garden, node) => garden.Trees.AddRange([new KeyValuePair<string, TreeNode>("put", node)]),
        ["SetRange"] = (garden, node) => garden.Trees.SetRange([new KeyValuePair<string, TreeNode>("put", node)]),
        ["scope: Set"] = (garden, node) => { using var state = garden.EnterWrite(); state.Trees.Set("put", node); },
        ["scope: Add"] = (garden, node) => { using var state = garden.EnterWrite(); state.Trees.Add("put", node); },
        ["scope: TryAdd"] = (garden, node) => { using var state = garden.EnterWrite(); state.Trees.TryAdd("put", node); },
        ["scope: ReplaceAll"] = (garden, node) => { using var state = garden.EnterWrite(); state.Trees.ReplaceAll([new("put", node)]); },
        ["in a node"] = (garden, node) => garden.Hedges.Add(new Hedge(Comparers.Value!, node)),
    };

    private readonly Comparer _comparer = new();

    public static TheoryData<string> PutNames => [.. Puts.Keys];

    [Theory]
    [MemberData(nameof(PutNames))]
    public void AtWhicheverCallAComparerFails(string put)
    {
        var failures = 0;
        for (var calls = 1; ; calls++)
        {
            var (garden, node) = (new Garden(_comparer), new TreeNode("mine"));
            garden.Trees.Add("other", new TreeNode());
            Comparers.Value = new Comparer();
            if (put == "in a node")
            {
                // The constructor of the node asks as well.
                Comparers.Value = _comparer;
                calls = Math.Max(calls, 2);
            }

            _comparer.CallsToFailure = calls;
            var failure = Record.Exception(() => Puts[put](garden, node));
            _comparer.CallsToFailure = null;
            if (failure is null)
            {
                break;
            }

            Assert.IsType<TimeoutException>(failure);
            failures++;

            // Where a comparer is asked once more when it is done, to publish it or to tell those who wait, the node is there: here or nowhere.
            var elsewhere = Record.Exception(() => new Forest().Row.Add(node));
            Assert.Equal(garden.Trees.ContainsKey("put"), elsewhere is InvalidOperationException);
        }

        Assert.NotEqual(0, failures);
    }

    public static TheoryData<bool> Reasons => [true, false];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void AFirstUseThatFailsLeavesAllNodesFree(bool becauseOfTheComparer)
    {
        var (forest, wanted) = (new Forest(), new TreeNode("wanted"));
        TreeNode[] nodes = [.. "abcdefgh".Select(name => new TreeNode($"{name}", new TreeNode("inner")))];
        var nursery = new Nursery(_comparer, nodes[0], nodes[1..3], nodes[3..5], nodes[5], nodes[6..], wanted);
        if (becauseOfTheComparer)
        {
            _comparer.FailsOnThisThread = true;
        }
        else
        {
            forest.Spare.Set(wanted);
        }

        Assert.NotNull(Record.Exception(() => nursery.Row.Count));
        _comparer.FailsOnThisThread = false;
        forest.Spare.Clear();

        // Each of them can go elsewhere, and the holder that begins anew has them as they were.
        forest.Row.AddRange(nodes);
        Assert.Throws<InvalidOperationException>(() => nursery.Row.Count);
        forest.Row.Clear();
        Assert.Equal(["b", "c"], nursery.Row.Snapshot().Select(node => node.Name));
        Assert.Equal(["d", "e"], nursery.Line.Snapshot().Select(node => node.Name));
        Assert.Equal(["g", "h"], nursery.Groups["group"].Select(node => node.Name));
        Assert.Equal(("a", "f", "wanted"), (nursery.First.Snapshot()!.Name, nursery.Named["named"].Name, nursery.Last.Snapshot()!.Name));
        Assert.Equal("inner", nursery.First.Snapshot()!.Children["child"].Name);
        Assert.All(nodes, node => Assert.Throws<InvalidOperationException>(() => forest.Row.Add(node)));
    }

    [Fact]
    public void WhatAComparerPutsElsewhereIsThereAtOnceAndStays()
    {
        var (garden, forest) = (new Garden(_comparer), new Forest());
        var (plant, other, refused) = (new TreeNode("plant"), new TreeNode("other", new TreeNode("inner")), new TreeNode("refused"));
        forest.Trees.Add("there", new TreeNode());
        var hedge = new Hedge(_comparer, plant, new TreeNode("neighbour"));
        _comparer.Hashes = () =>
        {
            _comparer.Hashes = null;
            forest.Row.Add(other);
            Assert.Equal("inner", forest.Row[0].Children["child"].Name);
            Assert.False(forest.Trees.TryAdd("there", refused));
            forest.Spare.Set(refused);
            throw new TimeoutException();
        };
        Assert.Throws<TimeoutException>(() => garden.Hedges.Add(hedge));
        Assert.Throws<InvalidOperationException>(() => garden.Trees.Add("other", other));
        Assert.Equal("inner", forest.Row[0].Children["child"].Name);
        Assert.Equal("refused", forest.Spare.Snapshot()!.Name);

        // What the node that was not put in has in it is free, and so is the node.
        forest.Row.Add(plant);
        forest.Row.RemoveWhere(node => node.Name == "plant");
        garden.Hedges.Add(hedge);
        Assert.Equal(("plant", "neighbour"), (garden.Hedges[0].Plants["plant"].Name, garden.Hedges[0].Neighbour!.Name));
    }
}
