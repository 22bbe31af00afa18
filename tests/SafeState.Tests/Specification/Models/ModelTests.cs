using FsCheck;
using FsCheck.Fluent;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Models;

/// <summary>Random lists of operations, on a holder and on a plain collection of the platform: after every one of them both are alike.</summary>
/// <typeparam name="TModel">The plain collection.</typeparam>
public abstract class ModelTests<TModel>
{
    private static readonly string[] Keys = ["a", "A", "b", "B", "c", "D"];

    protected abstract IReadOnlyList<Operation<TModel>> Operations { get; }

    [Fact]
    public void AnyOperationsDoWhatThePlainCollectionDoes()
    {
        var operations = Operations;
        var step =
            from choice in Gen.Choose(0, operations.Count - 1)
            from key in Gen.Elements(Keys)
            from value in Gen.Choose(-2, 4)
            select new Step(choice, key, value);
        var property = Prop.ForAll(Arb.From(step.ListOf(), Shorter), steps => Run(operations, steps));

        // A fixed seed: the same lists in every run. A failure prints it, with the shortest list that fails.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(250).WithEndSize(80).WithReplay(20_261, 1_120_1UL), property);
    }

    [Fact]
    public void EveryOperationIsTriedOnAnEmptyAndOnAFilledCollection()
    {
        var operations = Operations;
        var fill = Enumerable.Range(0, operations.Count).Where(choice => operations[choice].Name is "Set" or "Add" or "Enqueue").ToList();
        Assert.NotEmpty(fill);
        for (var choice = 0; choice < operations.Count; choice++)
        {
            Run(operations, [new Step(choice, "a", 1)]);
            Run(operations, [new Step(fill[0], "a", 1), new Step(fill[0], "B", 0), new Step(fill[0], "c", 2), new Step(choice, "A", 1), new Step(choice, "b", 0)]);
        }
    }

    protected abstract TModel CreateModel();

    /// <summary>The content of the model as a text.</summary>
    protected abstract string Describe(TModel model);

    /// <summary>The content of the holder's field as a text, once for every way to read it.</summary>
    protected abstract IEnumerable<(string Way, string Content)> Contents(Board board);

    /// <summary>The snapshot of the field.</summary>
    protected abstract object Snapshot(Board board);

    /// <summary>The content of a snapshot as a text.</summary>
    protected abstract string DescribeSnapshot(object snapshot);

    private static IEnumerable<List<Step>> Shorter(List<Step> steps) =>
        Enumerable.Range(0, steps.Count).Select(left => steps.Where((_, index) => index != left).ToList());

    private void Run(IReadOnlyList<Operation<TModel>> operations, IReadOnlyList<Step> steps)
    {
        var board = new Board();
        var model = CreateModel();
        var snapshots = new List<(object Snapshot, string Content)>();
        var done = new List<string>();
        foreach (var step in steps)
        {
            var operation = operations[step.Choice];
            done.Add($"{operation.Name}({step.Key}, {step.Value})");
            var (version, snapshot, image) = (board.Version, Snapshot(board), board.Snapshot());
            snapshots.Add((snapshot, Describe(model)));

            var (result, isChange) = Expected(operation, model, step);
            Compare("result", result, Actual(operation, board, step));
            Compare("version", version + (isChange ? 1 : 0), board.Version);
            foreach (var (way, content) in Contents(board))
            {
                Compare($"content by {way}", Describe(model), content);
            }

            Compare("new snapshot", isChange, !ReferenceEquals(snapshot, Snapshot(board)));
            Compare("new image", isChange, !ReferenceEquals(image, board.Snapshot()));
        }

        foreach (var (snapshot, content) in snapshots)
        {
            Compare("old snapshot", content, DescribeSnapshot(snapshot));
        }

        void Compare(string what, object? expected, object? actual) =>
            Assert.True(Equals(expected, actual), $"{what}: expected '{expected}', got '{actual}', after {string.Join("; ", done)}");
    }

    private static Outcome Expected(Operation<TModel> operation, TModel model, Step step)
    {
        try
        {
            return operation.Expect(model, step);
        }
        catch (Exception exception)
        {
            return new Outcome(exception.GetType(), IsChange: false);
        }
    }

    private static object? Actual(Operation<TModel> operation, Board board, Step step)
    {
        try
        {
            return operation.Act(board, step);
        }
        catch (Exception exception)
        {
            return exception.GetType();
        }
    }
}
