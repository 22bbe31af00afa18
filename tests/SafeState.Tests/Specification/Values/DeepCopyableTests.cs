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

    [Fact]
    public void WhatBringsNoneIsShared()
    {
        var board = new GenericBoard<string, object>(null);
        var value = new object();
        board.Values["a"] = value;
        Assert.Same(value, board.Values.DeepCopy()["a"]);
    }
}
