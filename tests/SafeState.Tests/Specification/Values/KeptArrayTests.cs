using System.Collections;
using SafeState.Tests.Holders;

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
