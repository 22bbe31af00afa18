using System.Collections;
using SafeState.Tests.Holders;
using SafeState.Tests.Support;

namespace SafeState.Tests.Values;

/// <summary>A collection is asked to copy itself into an array. Whose array that is, is nobody else's business.</summary>
public sealed class KeptArrayTests
{
    [Fact]
    public void What_a_list_is_replaced_by_cannot_write_to_it_later()
    {
        var board = new Board();
        var source = new Keeping();
        board.Lines.ReplaceAll(source);
        source.Kept![0] = "overwritten";
        Assert.Equal("given", board.Lines[0]);
    }

    [Fact]
    public void What_a_list_is_replaced_by_in_a_scope_cannot_write_to_it_later()
    {
        var board = new Board();
        var source = new Keeping();
        using (var state = board.EnterWrite())
        {
            state.Lines.ReplaceAll(source);
        }

        source.Kept![0] = "overwritten";
        Assert.Equal("given", board.Lines[0]);
    }

    [Fact]
    public void What_a_queue_is_replaced_by_cannot_write_to_it_later()
    {
        var board = new Board();
        var source = new Keeping();
        board.Jobs.ReplaceAll(source);
        source.Kept![0] = "overwritten";
        Assert.True(board.Jobs.TryPeek(out var job));
        Assert.Equal("given", job);
    }

    [Fact]
    public void What_a_list_or_queue_began_with_cannot_write_to_it_later()
    {
        var (lines, jobs) = (new Keeping(), new Keeping());
        var board = new BoardThatBeginsWith(lines, jobs);
        Assert.Single(board.Lines);
        lines.Kept![0] = "overwritten";
        jobs.Kept![0] = "overwritten";
        Assert.Equal("given", board.Lines[0]);
        Assert.True(board.Jobs.TryPeek(out var job));
        Assert.Equal("given", job);
    }

    [Fact]
    public void A_holder_that_several_threads_use_first_begins_with_all_it_was_given()
    {
        for (var round = 0; round < 500; round++)
        {
            var board = new BoardThatBeginsWith(["given"], ["given"]);
            Threads.Run(4, _ =>
            {
                board.Lines.Add("added");
                board.Jobs.Enqueue("added");
            });
            Assert.Equal(["given", "added", "added", "added", "added"], board.Lines);
            Assert.Equal(["given", "added", "added", "added", "added"], board.Jobs);
        }
    }

    private sealed class Keeping : ICollection<string?>
    {
        public string?[]? Kept { get; private set; }

        public int Count => 1;

        public bool IsReadOnly => true;

        public void CopyTo(string?[] array, int arrayIndex)
        {
            Kept = array;
            array[arrayIndex] = "given";
        }

        public IEnumerator<string?> GetEnumerator()
        {
            yield return "given";
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool Contains(string? item) => item == "given";

        public void Add(string? item) => throw new NotSupportedException();

        public bool Remove(string? item) => throw new NotSupportedException();

        public void Clear() => throw new NotSupportedException();
    }
}

[SharedState(Strategy = Chosen.Strategy)]
internal sealed partial class BoardThatBeginsWith
{
    private readonly List<string?> _lines;
    private readonly Queue<string?> _jobs;

    public BoardThatBeginsWith(ICollection<string?> lines, ICollection<string?> jobs)
    {
        _lines = new List<string?>(lines);
        _jobs = new Queue<string?>(jobs);
    }
}
