using FsCheck;
using FsCheck.Fluent;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nested;

/// <summary>Random lists of operations, on a holder and on plain collections nested in the same way: after every one of them both are alike at every depth.</summary>
public abstract class NestedModelTests<TModel>
    where TModel : notnull
{
    private static readonly string[] Keys = ["a", "A", "b", "c"];

    protected abstract IReadOnlyList<NestedOperation<TModel>> Operations { get; }

    [Fact]
    public void AnyOperationsDoWhatThePlainCollectionsDo()
    {
        var step =
            from choice in Gen.Choose(0, Operations.Count - 1)
            from key in Gen.Elements(Keys)
            from value in Gen.Choose(-1, 3)
            select new Step(choice, key, value);
        var property = Prop.ForAll(Arb.From(step.ListOf(), Shorter), steps => Run(steps));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60).WithReplay(20_261, 1_120_1UL), property);
    }

    [Fact]
    public void EveryOperationIsTriedOnAnEmptyAndOnAFilledCollection()
    {
        for (var choice = 0; choice < Operations.Count; choice++)
        {
            Run([new Step(choice, "a", 1)]);
            Run([new Step(0, "A", 1), new Step(0, "b", 0), new Step(0, "a", 2), new Step(choice, "a", 0), new Step(choice, "B", 1), new Step(choice, "c", 2)]);
        }
    }

    protected abstract TModel CreateModel();

    /// <summary>The content of the holder's field, once for every way to read it.</summary>
    protected abstract IEnumerable<(string Way, string Content)> Contents(Library library);

    /// <summary>The snapshot of the field.</summary>
    protected abstract object Snapshot(Library library);

    private static IEnumerable<List<Step>> Shorter(List<Step> steps) =>
        Enumerable.Range(0, steps.Count).Select(left => steps.Where((_, index) => index != left).ToList());

    private void Run(IReadOnlyList<Step> steps)
    {
        var library = new Library();
        var model = CreateModel();
        var snapshots = new List<(object Snapshot, string Content)>();
        var done = new List<string>();
        foreach (var step in steps)
        {
            var operation = Operations[step.Choice];
            done.Add($"{operation.Name}({step.Key}, {step.Value})");
            var (version, snapshot, content) = (library.Version, Snapshot(library), Plain.Describe(model));
            snapshots.Add((snapshot, content));

            Compare("result", Outcome(() => operation.Expect(model, step)), Outcome(() => operation.Act(library, step)));
            foreach (var (way, actual) in Contents(library))
            {
                Compare($"content by {way}", Plain.Describe(model), actual);
            }

            // What is the same afterwards may have been written; what differs was.
            if (content != Plain.Describe(model))
            {
                Compare("version", version + 1, library.Version);
            }

            Compare("new snapshot", version != library.Version, !ReferenceEquals(snapshot, Snapshot(library)));
        }

        foreach (var (snapshot, content) in snapshots)
        {
            Compare("old snapshot", content, Plain.Describe(snapshot));
        }

        void Compare(string what, object? expected, object? actual) =>
            Assert.True(Equals(expected, actual), $"{what}: expected '{expected}', got '{actual}', after {string.Join("; ", done)}");
    }

    private static string Outcome(Func<object?> operation)
    {
        try
        {
            return Plain.Describe(operation());
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }
}
