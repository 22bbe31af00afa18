namespace SafeState.Tests.Holders;

/// <summary>A node with a value that brings its own copy in fields of each kind.</summary>
[StateNode]
public sealed partial class Chest
{
    private readonly List<Book> _list = [];
    private readonly List<Book[]> _rows = [];
    private readonly HashSet<Book> _set = [];
    private readonly Queue<Book> _queue = new();
    private readonly Dictionary<string, Book> _map = [];
    private readonly SortedDictionary<string, Book> _sorted = [];
    private readonly Dictionary<string, List<Book>> _boxes = [];
    private Book? _top;
    private Chest? _inner;

    public Chest()
    {
    }

    public Chest(Book book, Chest? inner)
        : this(book) => _inner = inner;

    public Chest(Book book)
    {
        _list = [book];
        _rows = [[book]];
        _set = [book];
        _queue = new([book]);
        _map = new() { ["a"] = book };
        _sorted = new() { ["a"] = book };
        _boxes = new() { ["a"] = [book] };
        _top = book;
    }
}
