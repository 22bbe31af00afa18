namespace SafeState.Generator.Model;

/// <summary>A partial type declaration without its body: <c>partial record struct Pair&lt;T&gt;</c>.</summary>
/// <param name="Keyword">The kind of type: <c>class</c>, <c>record struct</c> and so on.</param>
/// <param name="Name">The escaped name with its type parameters.</param>
internal sealed record TypeHeader(string Keyword, string Name)
{
    public override string ToString() => $"partial {Keyword} {Name}";
}
