namespace SafeState.Tests.Holders;

/// <summary>A holder of values that bring their own copy.</summary>
[SharedState(Strategy = Chosen.Strategy)]
public sealed partial class Shelf
{
    private readonly Dictionary<string, Book> _map = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, Book> _sorted = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Book> _list = [];
    private readonly HashSet<Book> _set = [];
    private readonly Queue<Book> _queue = new();
}
