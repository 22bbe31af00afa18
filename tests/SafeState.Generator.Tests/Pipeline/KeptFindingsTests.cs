using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Tests.Pipeline;

/// <summary>
/// An edit that changes declarations leaves alone what was found of holders that have nothing to do with them. Each program here has a holder
/// in a file that is not edited, and another file whose edit reaches it on a way that its own text does not show.
/// </summary>
public sealed class KeptFindingsTests
{
    private const string Shelf = """
        using System.Collections.Generic;

        namespace Library
        {
            using SafeState;

            [SharedState]
            public partial class Shelf : Furniture
            {
                private readonly Dictionary<string, Book> _books = new();
                private readonly Journal _journal = new();
                private Price _price;
                private int _count;

                public void Add(Book book)
                {
                    using var state = EnterWrite();
                    state.Books.Set(book.Title, book);
                }

                public int Compare() => Count.CompareTo(2);
            }
        }
        """;

    private const string Nothing = "nothing that concerns a holder";

    private const string OfSomeCompilers = "a property of everything, which not every compiler knows";

    private const string Votes = """
        using SafeState;

        namespace Library
        {
            [SharedState]
            public partial class Votes
            {
                [State(Name = Names.Total)]
                private int _number;
            }
        }
        """;

    private const string Till = """
        using SafeState;

        namespace Library
        {
            [SharedState]
            public partial class Till
            {
                private int _sum;

                public int Elsewhere() => Cash.Find()._sum;
            }
        }
        """;

    private static readonly SourceFile[] Program =
    [
        new("/project/Shelf.cs", Shelf),
        new("/project/Votes.cs", Votes),
        new("/project/Till.cs", Till),
        new("/project/Cash.cs", "namespace Library { public static class Cash { public static Drawer Find() => new(); } }"),
        new("/project/Drawer.cs", "namespace Library { public class Drawer { public int _sum; } }"),
        new("/project/Furniture.cs", "namespace Library { public abstract class Furniture : Thing; }"),
        new("/project/Thing.cs", "namespace Library { public abstract class Thing; }"),
        new("/project/Book.cs", "namespace Library { public sealed record Book(string Title, Author Author); }"),
        new("/project/Author.cs", "namespace Library { public sealed record Author(Person Person); }"),
        new("/project/Person.cs", "namespace Library { public sealed record Person(string Name); }"),
        new("/project/Journal.cs", "namespace Library { public sealed class Journal : IJournal; }"),
        new("/project/IJournal.cs", "namespace Library { public interface IJournal : IPaper; }"),
        new("/project/IPaper.cs", "namespace Library { public interface IPaper; }"),
        new("/project/Names.cs", "namespace Library { public static class Names { public const string Total = More.Total; } }"),
        new("/project/More.cs", "namespace Library { public static class More { public const string Total = \"Count\"; } }"),
        new("/project/Usings.cs", "global using Price = Money.Euro; global using static Elsewhere.Answers;"),
        new("/project/Money.cs", "namespace Money { public readonly record struct Euro(int Cents); }"),
        new("/project/Elsewhere.cs", "namespace Elsewhere { public static class Answers { public static int Answer() => 42; } }"),
    ];

    /// <summary>What is edited, in which file, from what to what.</summary>
    public static TheoryData<string, string, string, string> Edits => new()
    {
        { "a part of a part of a value that can be assigned now", "Person.cs", "(string Name)", "(string Name) { public int Age { get; set; } }" },
        { "a base of a base with a member of a generated name", "Thing.cs", "class Thing;", "class Thing { public int Books => 1; }" },
        { "a base of a base with a nested type that goes before another", "Thing.cs", "class Thing;", "class Thing { public class Book; }" },
        { "an interface of an interface that makes a collection of a field's type", "IPaper.cs", "IPaper;", "IPaper : System.Collections.Generic.ICollection<int>;" },
        { "a type that the holder's code gets from another", "Drawer.cs", "Drawer { public int _sum; }", "Drawer : Till;" },
        { "a constant behind a constant", "More.cs", "\"Count\"", "\"no name\"" },
        { "a type behind an alias for all files", "Money.cs", "(int Cents)", "(int[] Cents)" },
        { "a type that goes before what an alias for all files means", "Elsewhere.cs", "namespace Elsewhere", "namespace Library { public sealed class Price { public int Cents; } } namespace Elsewhere" },
        { "a type that goes before one of another namespace", "Elsewhere.cs", "namespace Elsewhere", "namespace Library { public class Dictionary<TKey, TValue>; } namespace Elsewhere" },
        { "an attribute that goes before SafeState's", "Elsewhere.cs", "namespace Elsewhere", "namespace Library { public sealed class StateAttribute : System.Attribute { public string? Name; } } namespace Elsewhere" },
        { "a namespace that goes before SafeState's", "Elsewhere.cs", "namespace Elsewhere", "namespace Library.SafeState { public sealed class SharedStateAttribute : System.Attribute; } namespace Elsewhere" },
        { "another part of the holder", "Elsewhere.cs", "namespace Elsewhere", "namespace Library { partial class Shelf { public int Books => 1; } } namespace Elsewhere" },
        { "a member of what is used in all files", "Elsewhere.cs", "public static int", "public static int Count => 1; public static int" },
        { "another alias for all files", "Usings.cs", "Money.Euro", "System.Text.StringBuilder" },
        { "a type of a generated name", "Elsewhere.cs", "namespace Elsewhere", "namespace Library { public static class Count { public static int CompareTo(int other) => other; } } namespace Elsewhere" },
        { OfSomeCompilers, "Elsewhere.cs", "public static int", "extension<T>(T any) where T : allows ref struct { public int Books => 1; } public static int" },
        { Nothing, "Elsewhere.cs", "Answer()", "Other()" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_is_kept_is_what_would_be_found_anew(string edit, string file, string before, string after)
    {
        var (first, anew) = EditComparison.Check(Program, file, before, after);
        Assert.True(anew.GeneratorFindings.Any() || !anew.Sources.SequenceEqual(first.Sources) || edit is Nothing or OfSomeCompilers, edit);
    }

    /// <summary>The names of a class that another file declares, before and after an edit; and whether the holder is judged again.</summary>
    [Theory]
    [InlineData("class Chair { int _legs; }", "class Chair { long _legs; }", false)]
    [InlineData("class Chair { }", "class Chair { } class Table { }", false)]
    [InlineData("namespace Library { class Chair { } }", "namespace Library { class Table { } }", false)]
    [InlineData("namespace Library { class Chair { } }", "namespace Library { class Author { } }", true)]
    [InlineData("namespace Library { class Chair { } }", "namespace Library.SafeState { class Chair { } }", true)]
    [InlineData("namespace System { class Chair { } }", "namespace System { class Table { } }", true)]
    [InlineData("class Chair { }", "static class Chair { extension(int legs) { int Legs => legs; } }", true)]
    [InlineData("class Chair { }", "global using System.Text; class Chair { }", true)]
    [InlineData("class AuthorAttribute { }", "class AuthorAttribute { int _legs; }", true)]
    public void A_holder_is_judged_again_only_if_an_edit_can_concern_it(string before, string after, bool isJudgedAgain)
    {
        const string Holder = """
            [SafeState.SharedState]
            public partial class Shelf
            {
                private Library.Author? _author;
            }
            """;
        const string Author = "namespace Library { public sealed record Author(string Name); }";
        var program = GeneratorHarness.Compile([new("/Shelf.cs", Holder), new("/Author.cs", Author), new("/Elsewhere.cs", before)], GeneratorOptions.Default);
        var driver = CSharpGeneratorDriver.Create(new SharedStateGenerator()).WithUpdatedParseOptions((CSharpParseOptions)program.SyntaxTrees[0].Options).RunGenerators(program);
        var elsewhere = program.SyntaxTrees.Single(tree => tree.FilePath == "/Elsewhere.cs");

        var edited = program.ReplaceSyntaxTree(elsewhere, elsewhere.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(after)));

        var holder = program.SyntaxTrees.Single(tree => tree.FilePath == "/Shelf.cs");
        var isAsked = false;
        Declarations.Of(edited).In(holder).Remember(
            holder.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single(),
            "SharedStateAttribute",
            "",
            () =>
            {
                isAsked = true;
                return ((object?)null, Footing.Everything);
            });
        Assert.Equal(isJudgedAgain, isAsked);
        GC.KeepAlive(driver);
        GC.KeepAlive(program);
    }
}
