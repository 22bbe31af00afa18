using SafeState.Tests.Holders;

namespace SafeState.Tests.Values;

/// <summary>Values that bring their own copy are copied by every <c>DeepCopy</c>, at every depth.</summary>
public sealed class DeepCopyableTests
{
    public static TheoryData<string> Names => [.. Copies.Keys];

    /// <summary>Each collection with one value in it, and the value in its copy.</summary>
    private static Dictionary<string, Func<Shelf, Book, Book>> Copies { get; } = new()
    {
        ["map"] = (shelf, book) => { shelf.Map["a"] = book; return shelf.Map.DeepCopy()["A"]; },
        ["sorted map"] = (shelf, book) => { shelf.Sorted["a"] = book; return shelf.Sorted.DeepCopy()["A"]; },
        ["list"] = (shelf, book) => { shelf.List.Add(book); return shelf.List.DeepCopy()[0]; },
        ["set"] = (shelf, book) => { shelf.Set.Add(book); return shelf.Set.DeepCopy().Single(); },
        ["queue"] = (shelf, book) => { shelf.Queue.Enqueue(book); return shelf.Queue.DeepCopy().Peek(); },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ACopyHasACopyOfTheValue(string name)
    {
        var (shelf, book) = (new Shelf(), new Book { Title = "one" });
        var copied = Copies[name](shelf, book);
        Assert.NotSame(book, copied);
        Assert.Equal("one", copied.Title);
    }

    [Fact]
    public void FurtherInToo()
    {
        var (inner, book) = (new Cellar(), new Book { Title = "one" });
        inner.Boxes.Set("a", [book]);
        inner.Rows.Add([book]);
        inner.Maps.Set("a", new() { ["b"] = book });
        inner.Sets.Add([book]);
        inner.Queues.Add(new([book]));
        Book[] copied = [inner.Boxes.DeepCopy()["a"][0], inner.Rows.DeepCopy()[0][0], inner.Maps.DeepCopy()["a"]["b"], inner.Sets.DeepCopy()[0].Single(), inner.Queues.DeepCopy()[0].Peek()];
        Assert.All(copied, copy => Assert.NotSame(book, copy));
        Assert.All(copied, copy => Assert.Equal("one", copy.Title));
    }

    /// <summary>Each way to copy a node of a holder into another.</summary>
    private static Dictionary<string, Action<Attic, Attic>> NodeCopies { get; } = new()
    {
        ["DeepCopy"] = (from, to) => to.Chest.Set(from.Chest.DeepCopy()),
        ["ToNode"] = (from, to) => to.Chest.Set(from.Chest.Snapshot().ToNode()),
        ["ToNode of an image"] = (from, to) => to.Chest.Set(from.Snapshot().Chest.ToNode()),
        ["DeepCopy of a list"] = (from, to) => { from.Row.Add(from.Chest.DeepCopy()); to.Chest.Set(from.Row.DeepCopy()[0]); },
        ["a snapshot that is put in"] = (from, to) => { to.Row.Add(new Chest()); to.Row[0] = from.Chest.Snapshot(); to.Chest.Set(to.Row.DeepCopy()[0]); },
    };

    public static TheoryData<string> NodeNames => [.. NodeCopies.Keys];

    [Theory]
    [MemberData(nameof(NodeNames))]
    public void ANodeIsCopiedWithAllValuesInItAtOnce(string name)
    {
        var (from, to, book) = (new Attic(), new Attic(), new Book { Title = "one" });
        from.Chest.Set(new Chest(book, new Chest(book)));
        NodeCopies[name](from, to);
        book.Title = "two";
        var copied = BooksOf(to.Chest.Snapshot()).Concat(BooksOf(to.Chest.Snapshot().Inner!)).ToArray();
        Assert.Equal(16, copied.Length);
        Assert.All(copied, copy => Assert.Equal("one", copy.Title));
        Assert.All(BooksOf(from.Chest.Snapshot()), kept => Assert.Same(book, kept));
    }

    [Fact]
    public void ACopyOfANodeIsMadeWhenItIsAskedForAndNotWhenItIsPutSomewhere()
    {
        var (attic, book) = (new Attic(), new Book { Title = "one" });
        attic.Chest.Set(new Chest(book, null));
        var copy = attic.Chest.DeepCopy();
        book.Title = "two";
        attic.Row.Add(copy);
        Assert.All(BooksOf(attic.Row[0]), kept => Assert.Equal("one", kept.Title));
    }

    private static Book[] BooksOf(Chest.StateSnapshot chest) =>
        [chest.Top!, chest.List[0], chest.Rows[0][0], chest.Set.Single(), chest.Queue.Single(), chest.Map["a"], chest.Sorted["a"], chest.Boxes["a"][0]];

    [Fact]
    public void WhatBringsNoneIsShared()
    {
        var board = new GenericBoard<string, object>(null);
        var value = new object();
        board.Values["a"] = value;
        Assert.Same(value, board.Values.DeepCopy()["a"]);
    }
}
