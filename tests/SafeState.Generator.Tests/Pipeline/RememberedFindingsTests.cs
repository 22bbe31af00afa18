namespace SafeState.Generator.Tests.Pipeline;

/// <summary>After an edit, what is found in files that were not edited is partly remembered; it has to be what would be found anew.</summary>
public sealed class RememberedFindingsTests
{
    private static readonly SourceFile[] Program =
    [
        new("/project/Rooms.cs", """
            using System.Collections.Generic;
            using SafeState;

            [SharedState]
            public partial class Rooms
            {
                private readonly Dictionary<string, Room> _open = new();
                private readonly Dictionary<string, Hall> _halls = new();

                public int Twice() => Open.Count;
            }
            """),
        new("/project/Votes.cs", """
            using SafeState;

            [SharedState]
            public partial class Votes
            {
                [State(Name = Names.Count)]
                private int _count;

                public void Add()
                {
                    using var state = EnterWrite();
                    state.Sum++;
                }
            }
            """),
        new("/project/Votes.More.cs", """
            public partial class Votes
            {
                public int More() => 1;
            }
            """),
        new("/project/Elsewhere.cs", """
            public static class Names
            {
                public const string Count = "Sum";
            }

            public sealed class Room(int seats)
            {
                public int Seats => seats;
            }

            public sealed class Hall
            {
                public int Doors { get => 4; set { } }
            }
            """),
    ];

    /// <summary>What is edited, in which file, from what to what; and whether every compiler finds something wrong then.</summary>
    public static TheoryData<string, string, string, string, bool> Edits => new()
    {
        { "a body that changes nothing", "Elsewhere.cs", "get => 4;", "get => 5;", false },
        { "a captured parameter that is assigned", "Elsewhere.cs", "=> seats;", "=> seats++;", true },
        { "a property that keeps its value in 'field'", "Elsewhere.cs", "set { }", "set { field = value; }", false },
        { "a field that anybody can assign", "Elsewhere.cs", "public int Doors { get => 4; set { } }", "public int Doors;", true },
        { "a constant that names a property", "Elsewhere.cs", "\"Sum\"", "\"Total\"", false },
        { "a constant that names a property badly", "Elsewhere.cs", "\"Sum\"", "\"no name\"", true },
        { "a class that goes before what was meant", "Elsewhere.cs", "public static class Names", "public class SharedStateAttribute : System.Attribute; public static class Names", false },
        { "a mistake in another part of a holder", "Votes.More.cs", "=> 1;", "=> _count;", true },
        { "another mistake in the body of another part", "Votes.cs", "state.Sum++;", "var copy = state;", true },
        { "an extension of everything", "Elsewhere.cs", "public static class Names", "public static class Extensions { extension<T>(T any) where T : allows ref struct { public int Sum => 1; } } public static class Names", false },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void What_is_remembered_is_what_would_be_found_anew(string edit, string file, string before, string after, bool isWrong)
    {
        var (_, anew) = EditComparison.Check(Program, file, before, after);
        Assert.True(anew.GeneratorFindings.Any() || !isWrong, edit);
    }
}
