using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nodes;

/// <summary>A node is in one place at a time.</summary>
public sealed class OwnershipTests
{
    /// <summary>Each way to put a node somewhere.</summary>
    private static readonly Dictionary<string, Action<Forest, TreeNode>> Puts = new()
    {
        ["map.Set"] = (forest, node) => forest.Trees.Set("put", node),
        ["map.Add"] = (forest, node) => forest.Trees.Add("put", node),
        ["map.TryAdd"] = (forest, node) => forest.Trees.TryAdd("put", node),
        ["map.GetOrAdd"] = (forest, node) => forest.Trees.GetOrAdd("put", node),
        ["map.GetOrAdd by a factory"] = (forest, node) => forest.Trees.GetOrAdd("put", _ => node),
        ["map.AddOrUpdate"] = (forest, node) => forest.Trees.AddOrUpdate("put", node, (_, _) => node),
        ["map.ReplaceAll"] = (forest, node) => forest.Trees.ReplaceAll([new KeyValuePair<string, TreeNode>("put", node)]),
        ["map.AddRange"] = (forest, node) => forest.Trees.AddRange([new KeyValuePair<string, TreeNode>("other", new()), new KeyValuePair<string, TreeNode>("put", node)]),
        ["map.SetRange"] = (forest, node) => forest.Trees.SetRange([new KeyValuePair<string, TreeNode>("other", new()), new KeyValuePair<string, TreeNode>("put", node)]),
        ["list.Add"] = (forest, node) => forest.Row.Add(node),
        ["list.Insert"] = (forest, node) => forest.Row.Insert(0, node),
        ["list.AddRange"] = (forest, node) => forest.Row.AddRange([new(), node]),
        ["list.ReplaceAll"] = (forest, node) => forest.Row.ReplaceAll([new(), node]),
        ["queue.Enqueue"] = (forest, node) => forest.Line.Enqueue(node),
        ["queue.ReplaceAll"] = (forest, node) => forest.Line.ReplaceAll([node]),
        ["field.Set"] = (forest, node) => forest.Spare.Set(node),
        ["root.Set"] = (forest, node) => forest.Root.Set(node),
        ["scope: map.Set"] = (forest, node) => { using var state = forest.EnterWrite(); state.Trees.Set("put", node); },
        ["scope: further in"] = (forest, node) => { using var state = forest.EnterWrite(); state.Root.Children.Add("put", node); },
        ["scope: in a list further in"] = (forest, node) => { using var state = forest.EnterWrite(); state.Root.Groups[TreeNode.First].Add(node); },
        ["scope: further in, as a list"] = (forest, node) => { using var state = forest.EnterWrite(); state.Root.Groups.Set("put", [new(), node]); },
        ["scope: list.Add"] = (forest, node) => { using var state = forest.EnterWrite(); state.Row.Add(node); },
        ["scope: queue.Enqueue"] = (forest, node) => { using var state = forest.EnterWrite(); state.Line.Enqueue(node); },
        ["scope: field.Set"] = (forest, node) => { using var state = forest.EnterWrite(); state.Spare.Set(node); },
        ["scope: field of a node"] = (forest, node) => { using var state = forest.EnterWrite(); state.Root.Next.Set(node); },
    };

    /// <summary>Each way to take out again what any of them put in.</summary>
    private static readonly Dictionary<string, Action<Forest>> Takes = new()
    {
        ["one by one"] = forest =>
        {
            forest.Trees.Remove("put");
            forest.Trees.Remove("other", out _);
            forest.Row.RemoveWhere(_ => true);
            forest.Line.TryDequeue(out _);
            forest.Spare.Clear();
            ClearInScope(forest);
            forest.Root.Set(new TreeNode());
        },
        ["Clear"] = forest =>
        {
            forest.Trees.Clear();
            forest.Row.Clear();
            forest.Line.Clear();
            forest.Spare.Set(new TreeNode());
            ClearInScope(forest);
            forest.Root.Set(new TreeNode());
        },
        ["ReplaceAll"] = forest =>
        {
            forest.Trees.ReplaceAll(new Dictionary<string, TreeNode>());
            forest.Row.ReplaceAll(new List<TreeNode>());
            forest.Line.DequeueAll();
            forest.Spare.Clear();
            ClearInScope(forest);
            forest.Root.Set(new TreeNode());
        },
    };

    public static TheoryData<string, string> Ways
    {
        get
        {
            var ways = new TheoryData<string, string>();
            foreach (var put in Puts.Keys)
            {
                foreach (var take in Takes.Keys)
                {
                    ways.Add(put, take);
                }
            }

            return ways;
        }
    }

    public static TheoryData<string> PutNames => [.. Puts.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void ANodeThatWasTakenOutIsFreeAgain(string put, string take)
    {
        var (forest, node) = (new Forest(), new TreeNode("mine"));
        Puts[put](forest, node);
        Assert.Throws<InvalidOperationException>(() => new Forest().Row.Add(node));
        Takes[take](forest);
        var other = new Forest();
        Puts[put](other, node);
        Takes[take](other);
        forest.Row.ReplaceAll([node]);
        Assert.Equal("mine", forest.Row[0].Name);
    }

    [Theory]
    [MemberData(nameof(PutNames))]
    public void ANodeThatIsSomewhereIsRefusedBeforeAnythingChanges(string put)
    {
        var (owner, forest, node) = (new Forest(), new Forest(), new TreeNode("mine"));
        owner.Spare.Set(node);
        var (version, image) = (forest.Version, forest.Snapshot());
        var message = Assert.Throws<InvalidOperationException>(() => Puts[put](forest, node)).Message;
        Assert.StartsWith("This node is in 'Forest._spare'", message);
        Assert.Equal(version, forest.Version);
        Assert.Same(image, forest.Snapshot());

        // Those that were to be put in with it are free.
        owner.Spare.Clear();
        Puts[put](forest, node);
    }

    [Fact]
    public void ANodeThatWasNotAddedStaysFree()
    {
        var (forest, node) = (new Forest(), new TreeNode());
        forest.Trees.Add("put", new TreeNode("first"));
        Assert.False(forest.Trees.TryAdd("put", node));
        Assert.Throws<ArgumentException>(() => forest.Trees.Add("put", node));
        Assert.Throws<ArgumentException>(() => forest.Trees.AddRange([new KeyValuePair<string, TreeNode>("put", node)]));
        Assert.Equal("first", forest.Trees.GetOrAdd("put", node).Name);
        Assert.Throws<ArgumentOutOfRangeException>(() => forest.Row.Set(3, node));
        Assert.False(forest.Trees.TryUpdate("put", node, new Forest().Root.Snapshot()));
        forest.Spare.Set(node);
    }

    [Fact]
    public void TwiceInOneCallIsRefusedAndNothingIsKept()
    {
        var (forest, node) = (new Forest(), new TreeNode());
        Assert.Throws<InvalidOperationException>(() => forest.Row.AddRange([new TreeNode(), node, node]));
        Assert.True(forest.Row.IsEmpty);
        forest.Row.Add(node);
    }

    [Fact]
    public void ANodeCannotBeInItself()
    {
        var (forest, node) = (new Forest(), new TreeNode());
        forest.Spare.Set(node);
        Assert.Throws<InvalidOperationException>(() => PutInItself(forest, node));
        Assert.Throws<InvalidOperationException>(() => forest.Row.Add(new TreeNode(node)));
    }

    [Fact]
    public void WhatAConstructorLeftInANodeComesAlong()
    {
        var forest = new Forest();
        forest.Spare.Set(new TreeNode("a", new TreeNode("b", new TreeNode("c"))));
        Assert.Equal("c", forest.Spare.Snapshot()!.Children["child"].Children["CHILD"].Name);
        var shared = new TreeNode("shared");
        var first = new TreeNode(shared);
        Assert.Throws<InvalidOperationException>(() => forest.Row.AddRange([first, new TreeNode(shared)]));
        forest.Row.Add(first);
        Assert.Equal("shared", forest.Row[0].Next!.Name);
    }

    [Fact]
    public void WhatFailsLetsGoOfANodeOnceAndNotOfWhatAnotherHolderGotMeanwhile()
    {
        var (owner, failing, forest, other) = (new Forest(), new Forest(), new Forest(), new Forest());
        var (taken, node) = (new TreeNode("taken"), new TreeNode("wanted"));
        owner.Spare.Set(taken);
        var group = new TreeNode([node, taken]);
        Threads.Run(2, thread =>
        {
            for (var time = 0; time < 2000; time++)
            {
                if (thread == 0)
                {
                    Assert.Throws<InvalidOperationException>(() => failing.Row.Add(group));
                }
                else if (Record.Exception(() => forest.Row.Add(node)) is null)
                {
                    Thread.SpinWait(1000);
                    Assert.Throws<InvalidOperationException>(() => other.Row.Add(node));
                    forest.Row.Clear();
                }
            }
        });
    }

    [Fact]
    public void AHolderThatBeginsWithANodeOfAnotherWaitsForItAndLosesNothing()
    {
        var (forest, node) = (new Forest(), new TreeNode());
        forest.Spare.Set(node);
        var graft = new Graft(node);
        Assert.Throws<InvalidOperationException>(() => graft.Rings.Count);
        forest.Spare.Clear();
        Assert.Equal((1, 1, 1), (graft.Rings.Count, graft.Heights.Count, graft.Notes.Count));
        Assert.Throws<InvalidOperationException>(() => forest.Spare.Set(node));
    }

    [Fact]
    public void OfTwoHoldersThatWantANodeOneGetsIt()
    {
        for (var time = 0; time < 200; time++)
        {
            var node = new TreeNode("wanted", new TreeNode("inner"));
            var got = 0;
            Threads.Run(2, _ =>
            {
                var forest = new Forest();
                try
                {
                    forest.Row.Add(node);
                    Interlocked.Increment(ref got);
                    Assert.Equal("inner", forest.Row[0].Children["child"].Name);
                }
                catch (InvalidOperationException)
                {
                    Assert.True(forest.Row.IsEmpty);
                }
            });
            Assert.Equal(1, got);
        }
    }

    [Fact]
    public void ANodeWandersBetweenHoldersAndLosesNothing()
    {
        Forest[] forests = [new(), new()];
        var node = new TreeNode("wanderer");
        Threads.Run(2, number =>
        {
            var done = 0;
            while (done < 300)
            {
                try
                {
                    forests[number].Spare.Set(node);
                    Count(forests[number]);
                    done++;
                    forests[number].Spare.Clear();
                }
                catch (InvalidOperationException)
                {
                    Thread.Yield();
                }
            }
        });
        forests[0].Spare.Set(node);
        Assert.Equal(600, forests[0].Spare.Snapshot()!.Count);
    }

    private static void Count(Forest forest)
    {
        using var state = forest.EnterWrite();
        var spare = state.Spare.Value;
        spare.Count++;
        spare.Children.GetOrAdd("x").Notes.Add("counted");
    }

    private static void PutInItself(Forest forest, TreeNode node)
    {
        using var state = forest.EnterWrite();
        state.Spare.Value.Children.GetOrAdd("a").Children.Add("self", node);
    }

    private static void ClearInScope(Forest forest)
    {
        using var state = forest.EnterWrite();
        state.Root.Children.Clear();
        state.Root.Groups.ReplaceAll([new(TreeNode.First, [])]);
        state.Root.Next.Clear();
    }
}
