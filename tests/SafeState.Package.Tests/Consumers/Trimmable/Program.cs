using SafeState;

var forest = new Forest();
Parallel.For(0, 1000, number => forest.Plant($"{number % 4}/{number % 10}"));
var copy = new Forest();
copy.Root.Set(forest.Root.DeepCopy());
copy.Names.ReplaceAll(forest.Names.DeepCopy());
var planted = copy.Root.Snapshot().Branches.Values.Sum(branch => branch.Branches.Values.Sum(leaf => leaf.Count));
Console.WriteLine($"{planted} planted, {copy.Names["all"].Count} named");

[StateNode]
internal sealed partial class Tree
{
    private readonly Dictionary<string, Tree> _branches = [];
    private int _count;
}

[SharedState]
internal sealed partial class Forest
{
    private readonly Tree _root = new();
    private readonly Dictionary<string, HashSet<string>> _names = [];

    public void Plant(string path)
    {
        using var state = EnterWrite();
        var tree = state.Root;
        foreach (var part in path.Split('/'))
        {
            tree = tree.Branches.GetOrAdd(part);
        }

        tree.Count++;
        state.Names.GetOrAdd("all").Add(path);
    }
}
