using SafeState.Tests.Holders;

namespace SafeState.Tests.Nested;

/// <summary>A view of something that was taken out, still at hand in the scope in which that happened, neither reads nor writes.</summary>
public sealed class StaleViewTests
{
    /// <summary>Each way to take out what is at "a", of which the value has a value at "b" of its own.</summary>
    private static readonly Dictionary<string, Action<Library>> Ways = new()
    {
        ["Remove"] = library => Edit(library, (deep) => deep.Remove("a")),
        ["Remove with the value"] = library => Edit(library, (deep) => deep.Remove("a", out _)),
        ["Set"] = library => Edit(library, (deep) => deep.Set("a", [])),
        ["Clear"] = library => Edit(library, (deep) => deep.Clear()),
        ["ReplaceAll"] = library => Edit(library, (deep) => deep.ReplaceAll([])),
        ["Remove further in"] = library => Edit(library, (deep) => deep["a"].Remove("b")),
        ["Clear further in"] = library => Edit(library, (deep) => deep["a"].Clear()),
    };

    private delegate void Editing(Library.DeepEditor deep);

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsToldSo(string way)
    {
        var library = new Library();
        library.Deep.Set("a", new() { ["b"] = [["1"]] });
        Ways[way](library);
    }

    private static void Edit(Library library, Editing edit)
    {
        using var state = library.EnterWrite();
        var lists = state.Deep["a"]["b"];
        var words = lists[0];
        var remaining = words.GetEnumerator();
        edit(state.Deep);
        var told = new List<string>();
        try
        {
            words.Add("2");
        }
        catch (InvalidOperationException exception)
        {
            told.Add(exception.Message);
        }

        try
        {
            lists.AddNew();
        }
        catch (InvalidOperationException exception)
        {
            told.Add(exception.Message);
        }

        try
        {
            _ = lists.Count + words.Count;
        }
        catch (InvalidOperationException exception)
        {
            told.Add(exception.Message);
        }

        try
        {
            remaining.MoveNext();
        }
        catch (InvalidOperationException exception)
        {
            told.Add(exception.Message);
        }

        Assert.Equal(4, told.Count);
        Assert.All(told, message => Assert.StartsWith("This part of 'Library' was removed or replaced", message));
    }
}
