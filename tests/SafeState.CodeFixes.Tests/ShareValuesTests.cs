namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE006: the ways out of a value that cannot be shared.</summary>
public sealed class ShareValuesTests
{
    private const string Mutable = """
        public class Client
        {
            private readonly string _id;
            public Client(string id, int room)
            {
                _id = id;
                Room = room;
            }

            public int Room { get; set; }
            public string Title { get; private set; } = "";
            public override string ToString() => $"{_id} in {Room}";
        }
        """;

    private static readonly ShareValuesFix Fix = new();

    [Fact]
    public async Task All_ways_out_are_offered_where_each_is_possible() => Assert.Equal(
        ["Make 'Client' immutable", "Let 'Client' live in the holder: [StateNode]", "Mark 'Client' [ThreadSafe]: it synchronises itself", "Vouch for the values of '_clients': [State(Values = ValueSharing.ByReference)]"],
        await FixHarness.OffersAsync(Fix, Program("private readonly Dictionary<string, Client> _clients = new();", Mutable)));

    [Fact]
    public Task A_class_that_nobody_changes_becomes_immutable() => FixTest.AssertAsync(
        Fix,
        Program("private readonly Dictionary<string, Client> _clients = new();", Mutable),
        Program("private readonly Dictionary<string, Client> _clients = new();", Mutable
            .Replace("public class", "public sealed class")
            .Replace("get; set;", "get; init;")
            .Replace("get; private set;", "get; private init;")),
        "immutable");

    [Fact]
    public Task Fields_become_read_only() => FixTest.AssertAsync(
        Fix,
        Program("private readonly List<Point> _points = new();", "public sealed class Point\n{\n    public int X; // across\n    internal int Y = 1;\n}"),
        Program("private readonly List<Point> _points = new();", "public sealed class Point\n{\n    public readonly int X; // across\n    internal readonly int Y = 1;\n}"),
        "immutable");

    [Fact]
    public Task A_class_becomes_a_node() => FixTest.AssertAsync(
        Fix,
        Program("private readonly Dictionary<string, Client> _clients = new();", "/// <summary>One.</summary>\npublic class Client\n{\n    private int _room;\n}"),
        Program("private readonly Dictionary<string, Client> _clients = new();", "/// <summary>One.</summary>\n[StateNode]\npublic sealed partial class Client\n{\n    private int _room;\n}"),
        "node");

    [Fact]
    public Task A_class_is_marked() => FixTest.AssertAsync(
        Fix,
        Program("private readonly Dictionary<string, Client> _clients = new();", "/// <summary>One.</summary>\npublic class Client\n{\n    public int Room { get; set; }\n}"),
        Program("private readonly Dictionary<string, Client> _clients = new();", "/// <summary>One.</summary>\n[ThreadSafe]\npublic class Client\n{\n    public int Room { get; set; }\n}"),
        "threadsafe");

    [Fact]
    public Task Fields_are_vouched_for() => FixTest.AssertAllAsync(
        Fix,
        Program("// All.\n    private readonly Dictionary<string, Client> _clients = new();\n    [State(Name = \"Last\")]\n    private object _last = \"\";", Mutable),
        Program("// All.\n    [State(Values = ValueSharing.ByReference)]\n    private readonly Dictionary<string, Client> _clients = new();\n    [State(Name = \"Last\", Values = ValueSharing.ByReference)]\n    private object _last = \"\";", Mutable),
        "vouch");

    [Theory]
    [InlineData("public class Client { public int Room { get; set; } public void Move() => Room++; }")]
    [InlineData("public class Client { public List<int> Rooms { get; set; } = new(); }")]
    [InlineData("public class Client { public int Room; } public class Guest : Client { }")]
    [InlineData("public class Client { public int Room; public static Client At(int room) => new() { Room = room }; }")]
    public async Task A_class_that_is_changed_is_not_made_immutable(string type) => Assert.DoesNotContain(
        "Make 'Client' immutable",
        await FixHarness.OffersAsync(Fix, Program("private readonly Dictionary<string, Client> _clients = new();", type)));

    private static string Program(string field, string types) => $$"""
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public sealed partial class Hub
        {
            {{field}}
        }

        {{types.ReplaceLineEndings("\n")}}
        """;
}
