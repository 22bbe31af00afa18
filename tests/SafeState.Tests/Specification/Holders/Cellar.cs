namespace SafeState.Tests.Holders;

/// <summary>A holder of values that bring their own copy, inside collections inside collections.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class Cellar
{
    private readonly Dictionary<string, List<Book>> _boxes = [];
    private readonly List<Book[]> _rows = [];
    private readonly Dictionary<string, Dictionary<string, Book>> _maps = [];
    private readonly List<HashSet<Book>> _sets = [];
    private readonly List<Queue<Book>> _queues = [];
}
