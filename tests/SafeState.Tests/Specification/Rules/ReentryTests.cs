using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Rules;

/// <summary>Rule 1: a thread that is inside a holder and enters it again is told so at once, whether or not the key exists.</summary>
public sealed class ReentryTests
{
    private readonly Board _board = new();

    public ReentryTests()
    {
        _board.Scores["there"] = 1;
        _board.Ranks["there"] = 1;
        _board.Tags.Add("there");
        _board.Lines.Add("there");
        _board.Jobs.Enqueue("there");
    }

    public static IEnumerable<object[]> Combinations => Insides.Keys.SelectMany(_ => Uses.Keys, (inside, use) => new object[] { inside, use });

    /// <summary>Each way to be inside a holder, given what to do there.</summary>
    private static Dictionary<string, Action<Board, Action>> Insides { get; } = new()
    {
        ["a read scope"] = (board, use) =>
        {
            using var state = board.EnterRead();
            use();
        },
        ["a read scope with a timeout"] = (board, use) =>
        {
            using var state = board.TryEnterRead(Running.Patience);
            Assert.True(state.Entered);
            use();
        },
        ["a loop over Locked of a map"] = (board, use) =>
        {
            foreach (var _ in board.Scores.Locked())
            {
                use();
            }
        },
        ["a loop over Locked of a sorted map"] = (board, use) =>
        {
            foreach (var _ in board.Ranks.Locked())
            {
                use();
            }
        },
        ["a loop over Locked of a set"] = (board, use) =>
        {
            foreach (var _ in board.Tags.Locked())
            {
                use();
            }
        },
        ["a loop over Locked of a list"] = (board, use) =>
        {
            foreach (var _ in board.Lines.Locked())
            {
                use();
            }
        },
        ["a loop over Locked of a queue"] = (board, use) =>
        {
            foreach (var _ in board.Jobs.Locked())
            {
                use();
            }
        },
        ["a write scope"] = (board, use) =>
        {
            using var state = board.EnterWrite();
            use();
        },
        ["a write scope with a timeout"] = (board, use) =>
        {
            using var state = board.TryEnterWrite(Running.Patience);
            Assert.True(state.Entered);
            use();
        },
        ["the delegate of AddOrUpdate that adds"] = (board, use) => Escape(use, run => board.Scores.AddOrUpdate("new", _ => run(), (_, _) => 0)),
        ["the delegate of AddOrUpdate that updates"] = (board, use) => Escape(use, run => board.Scores.AddOrUpdate("there", 0, (_, _) => run())),
        ["the delegate of Update"] = (board, use) => Escape(use, run => board.Ranks.Update("there", (_, _) => run())),
        ["the delegate of Update of a list"] = (board, use) => Escape(use, run => board.Lines.Update(0, _ => $"{run()}")),
        ["the predicate of RemoveWhere of a map"] = (board, use) => Escape(use, run => board.Scores.RemoveWhere((_, _) => run() == 0)),
        ["the predicate of RemoveWhere of a set"] = (board, use) => Escape(use, run => board.Tags.RemoveWhere(_ => run() == 0)),
        ["the predicate of RemoveWhere of a list"] = (board, use) => Escape(use, run => board.Lines.RemoveWhere(_ => run() == 0)),
    };

    /// <summary>Reads that need no lock where a published image is read.</summary>
    private static Dictionary<string, Action<Board>> Reads { get; } = new()
    {
        ["TryGetValue"] = board => board.Scores.TryGetValue("there", out _),
        ["TryGetValue of a missing key"] = board => board.Scores.TryGetValue("missing", out _),
        ["get"] = board => _ = board.Ranks["there"],
        ["ContainsKey"] = board => board.Scores.ContainsKey("missing"),
        ["Count of a map"] = board => _ = board.Scores.Count,
        ["IsEmpty of a map"] = board => _ = board.Scores.IsEmpty,
        ["Keys"] = board => _ = board.Scores.Keys,
        ["Values"] = board => _ = board.Scores.Values,
        ["foreach over a map"] = board => _ = board.Scores.Sum(pair => pair.Value),
        ["ForEach over a map"] = board => board.Scores.ForEach((_, _) => { }),
        ["Snapshot of a map"] = board => board.Scores.Snapshot(),
        ["DeepCopy of a map"] = board => board.Scores.DeepCopy(),
        ["DeepCopy of a sorted map"] = board => board.Ranks.DeepCopy(),
        ["Contains of a set"] = board => board.Tags.Contains("there"),
        ["TryGetValue of a set"] = board => board.Tags.TryGetValue("there", out _),
        ["Count of a set"] = board => _ = board.Tags.Count,
        ["SetEquals"] = board => board.Tags.SetEquals(["there"]),
        ["Snapshot of a set"] = board => board.Tags.Snapshot(),
        ["DeepCopy of a set"] = board => board.Tags.DeepCopy(),
        ["get of a list"] = board => _ = board.Lines[0],
        ["TryGet of a list"] = board => board.Lines.TryGet(5, out _),
        ["Count of a list"] = board => _ = board.Lines.Count,
        ["IndexOf"] = board => board.Lines.IndexOf("there"),
        ["Snapshot of a list"] = board => board.Lines.Snapshot(),
        ["DeepCopy of a list"] = board => board.Lines.DeepCopy(),
        ["TryPeek"] = board => board.Jobs.TryPeek(out _),
        ["Contains of a queue"] = board => board.Jobs.Contains("there"),
        ["Count of a queue"] = board => _ = board.Jobs.Count,
        ["Snapshot of a queue"] = board => board.Jobs.Snapshot(),
        ["DeepCopy of a queue"] = board => board.Jobs.DeepCopy(),
        ["Snapshot"] = board => board.Snapshot(),
        ["the getter of a scalar"] = board => _ = board.Total,
    };

    private static Dictionary<string, Action<Board>> Entries { get; } = new()
    {
        ["EnterRead"] = board =>
        {
            using var state = board.EnterRead();
        },
        ["EnterWrite"] = board =>
        {
            using var state = board.EnterWrite();
        },
        ["TryEnterRead"] = board =>
        {
            using var state = board.TryEnterRead(TimeSpan.Zero);
        },
        ["TryEnterWrite"] = board =>
        {
            using var state = board.TryEnterWrite(TimeSpan.Zero);
        },
        ["Locked"] = board =>
        {
            foreach (var _ in board.Tags.Locked())
            {
            }
        },
        ["Set"] = board => board.Scores.Set("there", 2),
        ["Set of a missing key"] = board => board.Scores["missing"] = 2,
        ["Add"] = board => board.Scores.Add("missing", 2),
        ["TryAdd of a key that is there"] = board => board.Scores.TryAdd("there", 2),
        ["GetOrAdd of a key that is there"] = board => board.Scores.GetOrAdd("there", 2),
        ["GetOrAdd of a missing key"] = board => board.Scores.GetOrAdd("missing", 2),
        ["GetOrAdd with a factory, of a key that is there"] = board => board.Scores.GetOrAdd("there", _ => 2),
        ["GetOrAdd with a factory, of a missing key"] = board => board.Scores.GetOrAdd("missing", _ => 2),
        ["AddOrUpdate"] = board => board.Scores.AddOrUpdate("there", 2, (_, _) => 2),
        ["Update of a missing key"] = board => board.Scores.Update("missing", (_, _) => 2),
        ["TryUpdate"] = board => board.Scores.TryUpdate("there", 2, 1),
        ["Remove"] = board => board.Ranks.Remove("there"),
        ["Remove of a missing key"] = board => board.Ranks.Remove("missing", out _),
        ["RemoveWhere"] = board => board.Scores.RemoveWhere((_, _) => true),
        ["Clear of a map"] = board => board.Scores.Clear(),
        ["ReplaceAll of a map"] = board => board.Scores.ReplaceAll([]),
        ["AddRange of a map"] = board => board.Scores.AddRange([]),
        ["SetRange"] = board => board.Scores.SetRange([]),
        ["Add to a set"] = board => board.Tags.Add("there"),
        ["Remove from a set"] = board => board.Tags.Remove("missing"),
        ["Clear of a set"] = board => board.Tags.Clear(),
        ["set of a list"] = board => board.Lines[0] = "new",
        ["Add to a list"] = board => board.Lines.Add("new"),
        ["RemoveAt"] = board => board.Lines.RemoveAt(0),
        ["Enqueue"] = board => board.Jobs.Enqueue("new"),
        ["TryDequeue"] = board => board.Jobs.TryDequeue(out _),
        ["DequeueAll"] = board => board.Jobs.DequeueAll(),
    };

    private static Dictionary<string, Action<Board>> Uses { get; } = new(Reads.Concat(Entries));

    [Theory]
    [MemberData(nameof(Combinations))]
    public void EnteringAgainThrowsAndChangesNothing(string inside, string use)
    {
        var isAllowed = Traits.ReadsTakeNoLock && Reads.ContainsKey(use) && (inside.Contains("read scope", StringComparison.Ordinal) || inside.Contains("loop", StringComparison.Ordinal));
        var version = _board.Version;
        var uses = 0;
        Threads.RunElsewhere(() => Insides[inside](_board, () =>
        {
            uses++;
            if (isAllowed)
            {
                Uses[use](_board);
            }
            else
            {
                var thrown = Assert.Throws<LockRecursionException>(() => Uses[use](_board));
                Assert.Contains("'Board'", thrown.Message, StringComparison.Ordinal);
            }
        }));

        Assert.Equal(1, uses);
        Assert.Equal(version, _board.Version);

        // Nobody is locked out by the refusal.
        Threads.RunElsewhere(() => _board.Scores["after"] = 1);
        Assert.Equal(1, _board.Scores["after"]);
    }

    public static TheoryData<string, string> DelegateNames => new()
    {
        { "the delegate of AddOrUpdate that adds", "AddOrUpdate" },
        { "the delegate of AddOrUpdate that updates", "AddOrUpdate" },
        { "the delegate of Update", "Update" },
        { "the delegate of Update of a list", "Update" },
        { "the predicate of RemoveWhere of a map", "RemoveWhere" },
        { "the predicate of RemoveWhere of a set", "RemoveWhere" },
        { "the predicate of RemoveWhere of a list", "RemoveWhere" },
        { "AddOrUpdate of lists", "AddOrUpdate" },
        { "Update of lists", "Update" },
        { "RemoveWhere of lists", "RemoveWhere" },
        { "AddOrUpdateIn", "AddOrUpdateIn" },
        { "Update of a list of sets", "Update" },
        { "RemoveWhere of a list of sets", "RemoveWhere" },
    };

    [Theory]
    [MemberData(nameof(DelegateNames))]
    public void WhoseDelegateUsesTheHolderIsToldSo(string inside, string operation)
    {
        var library = new Library();
        library.Headers.AddTo("there", "a");
        library.Tables.SetIn("there", "a", 1);
        library.Groups.Add([]);
        var thrown = Assert.Throws<LockRecursionException>(() =>
        {
            switch (inside)
            {
                case "AddOrUpdate of lists":
                    library.Headers.AddOrUpdate("there", [], (_, _) => [library.Headers.Remove("there") ? "a" : "b"]);
                    break;
                case "Update of lists":
                    library.Headers.Update("there", (_, _) => [library.Headers.Remove("there") ? "a" : "b"]);
                    break;
                case "RemoveWhere of lists":
                    library.Headers.RemoveWhere((_, _) => library.Headers.Remove("there"));
                    break;
                case "AddOrUpdateIn":
                    library.Tables.AddOrUpdateIn("there", "a", 1, _ => library.Headers.Remove("there") ? 1 : 2);
                    break;
                case "Update of a list of sets":
                    library.Groups.Update(0, _ => [library.Headers.Remove("there") ? "a" : "b"]);
                    break;
                case "RemoveWhere of a list of sets":
                    library.Groups.RemoveWhere(_ => library.Headers.Remove("there"));
                    break;
                default:
                    Insides[inside](_board, () => _board.Lines.Add("again"));
                    break;
            }
        });
        Assert.StartsWith($"The delegate that was given to '{operation}' uses '{(inside.StartsWith("the ", StringComparison.Ordinal) ? "Board" : "Library")}'", thrown.Message);
        Assert.IsType<LockRecursionException>(thrown.InnerException);
    }

    [Fact]
    public void VersionMayBeReadAnywhere()
    {
        foreach (var inside in Insides.Values)
        {
            var version = _board.Version;
            inside(_board, () => Assert.Equal(version, _board.Version));
        }
    }

    [Fact]
    public void AnotherHolderMayBeUsedInside()
    {
        var other = new Board();
        foreach (var inside in Insides.Values)
        {
            inside(_board, () => Assert.All(Entries.Where(use => use.Key is not "Add" and not "set of a list" and not "RemoveAt"), use => use.Value(other)));
        }

        Assert.NotEqual(0, other.Version);
    }

    /// <summary>Runs <paramref name="use"/> in a delegate and leaves the operation around it by an exception, so that it changes nothing.</summary>
    private static void Escape(Action use, Action<Func<int>> run)
    {
        try
        {
            run(() =>
            {
                use();
                throw new TimeoutException();
            });
        }
        catch (TimeoutException)
        {
        }
    }
}
