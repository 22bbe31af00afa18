using FsCheck;
using FsCheck.Fluent;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Nodes;

/// <summary>Random changes of a tree of nodes and of plain objects linked in the same way: after each of them both are alike, and old snapshots are as they were.</summary>
public sealed class TreeModelTests
{
    private static readonly string[] Names = ["a", "A", "b", "c"];

    /// <summary>What can be done to a node, found by walking along the step's key, and to its model.</summary>
    private static readonly IReadOnlyList<(string Name, Editing Act, Action<Plant, Step> Expect)> Operations =
    [
        ("grow", static (node, step) => node.Children.GetOrAdd(step.Key), static (plant, step) => plant.Child(step.Key)),
        ("count", static (node, step) => node.Count += step.Value, static (plant, step) => plant.Count += step.Value),
        ("note", static (node, step) => node.Notes.Add(step.Key), static (plant, step) => plant.Notes.Add(step.Key)),
        ("plant", static (node, step) => node.Children.Set(step.Key, new TreeNode("planted")), static (plant, step) => plant.Children[step.Key] = new Plant("planted")),
        ("graft a copy", static (node, step) => node.Children.Set("c", Graft(step)), static (plant, step) => plant.Children["c"] = Plant.Graft(step)),
        ("fell", static (node, step) => node.Children.Remove(step.Key), static (plant, step) => plant.Children.Remove(step.Key)),
        ("fell all", static (node, _) => node.Children.Clear(), static (plant, _) => plant.Children.Clear()),
        ("link", static (node, step) => node.Next.Set(new TreeNode(step.Key)), static (plant, step) => plant.Next = new Plant(step.Key)),
        ("unlink", static (node, _) => node.Next.Clear(), static (plant, _) => plant.Next = null),
        ("group", static (node, step) => node.Groups.GetOrAdd(step.Key).AddNew(), static (plant, step) => plant.Group(step.Key).Add(new Plant("new"))),
        ("ungroup", static (node, step) => node.Groups.Remove(step.Key), static (plant, step) => plant.Groups.Remove(step.Key)),
        ("touch every child", static (node, _) => { foreach (var (_, child) in node.Children) { child.Notes.Add("touched"); } }, static (plant, _) => { foreach (var child in plant.Children.Values) { child.Notes.Add("touched"); } }),
    ];

    private delegate void Editing(TreeNode.Editor node, Step step);

    [Fact]
    public void ATreeIsLikeItsModel()
    {
        var step =
            from choice in Gen.Choose(0, (Operations.Count * 3) - 1)
            from key in Gen.Elements(Names)
            from value in Gen.Choose(0, 3)
            select new Step(choice, key, value);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150).WithEndSize(60).WithReplay(20_261, 1_120_1UL), Prop.ForAll(Arb.From(step.ListOf()), Run));
    }

    private static void Run(List<Step> steps)
    {
        var (forest, model) = (new Forest(), new Plant("root"));
        var seen = new List<(TreeNode.StateSnapshot Snapshot, string Content)>();
        foreach (var step in steps)
        {
            seen.Add((forest.Root.Snapshot(), Plant.Describe(model)));
            Edit(forest, step);
            model.Edit(step);
            Assert.Equal(Plant.Describe(model), Describe(forest.Root.Snapshot()));
            Assert.Equal(Plant.Describe(model), Describe(forest.Snapshot().Root));
            var other = new Forest();
            other.Root.Set(forest.Root.DeepCopy());
            Assert.Equal(Plant.Describe(model), Describe(other.Root.Snapshot()));
        }

        Assert.All(seen, one => Assert.Equal(one.Content, Describe(one.Snapshot)));
    }

    // The choice says how deep to walk, too.
    private static void Edit(Forest forest, Step step)
    {
        using var state = forest.EnterWrite();
        var node = state.Root;
        for (var depth = step.Choice / Operations.Count; depth > 0 && node.Children.ContainsKey(step.Key); depth--)
        {
            node = node.Children[step.Key];
        }

        Operations[step.Choice % Operations.Count].Act(node, step);
    }

    private static TreeNode Graft(Step step)
    {
        var nursery = new Forest();
        nursery.Spare.Set(new TreeNode(step.Key, new TreeNode("inner")));
        return nursery.Spare.DeepCopy()!;
    }

    private static string Describe(TreeNode.StateSnapshot node) => Plant.Text(
        node.Name,
        node.Count,
        node.Notes,
        node.Children.Select(child => (child.Key, Describe(child.Value))),
        node.Next is null ? "" : Describe(node.Next),
        node.Groups.Select(group => (group.Key, string.Join(",", group.Value.Select(Describe)))));

    /// <summary>What a node is, as a plain object.</summary>
    private sealed class Plant(string name)
    {
        public int Count { get; set; }

        public List<string> Notes { get; } = [name];

        public Dictionary<string, Plant> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Plant? Next { get; set; }

        public Dictionary<string, List<Plant>> Groups { get; } = new(StringComparer.OrdinalIgnoreCase) { [TreeNode.First] = [] };

        public static Plant Graft(Step step) => new(step.Key) { Children = { ["child"] = new Plant("inner") } };

        public static string Describe(Plant plant) => Text(
            plant.Name,
            plant.Count,
            plant.Notes,
            plant.Children.Select(child => (child.Key, Describe(child.Value))),
            plant.Next is null ? "" : Describe(plant.Next),
            plant.Groups.Select(group => (group.Key, string.Join(",", group.Value.Select(Describe)))));

        public static string Text(string name, int count, IEnumerable<string> notes, IEnumerable<(string, string)> children, string next, IEnumerable<(string, string)> groups) =>
            $"{name} {count} [{string.Join(",", notes)}] ({string.Join(";", children.OrderBy(child => child.Item1, StringComparer.Ordinal))}) {next} <{string.Join(";", groups.OrderBy(group => group.Item1, StringComparer.Ordinal))}>";

        private string Name { get; } = name;

        public Plant Child(string key)
        {
            if (!Children.TryGetValue(key, out var child))
            {
                Children.Add(key, child = new Plant("new"));
            }

            return child;
        }

        public List<Plant> Group(string key)
        {
            if (!Groups.TryGetValue(key, out var group))
            {
                Groups.Add(key, group = []);
            }

            return group;
        }

        public void Edit(Step step)
        {
            var plant = this;
            for (var depth = step.Choice / Operations.Count; depth > 0 && plant.Children.TryGetValue(step.Key, out var child); depth--)
            {
                plant = child;
            }

            Operations[step.Choice % Operations.Count].Expect(plant, step);
        }
    }
}
