using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE006: what may leave the lock by reference.</summary>
public sealed class ShareabilityTests
{
    /// <summary>Types of a project that uses SafeState, good and bad.</summary>
    private const string Types = """
        record Client(string Id, ImmutableList<string> Tags);
        record Loop(string Name, Loop? Next, ImmutableArray<Loop> Children);
        record Left(Right? Other);
        record Right(Left? Other);
        sealed record Initialised { public required string Name { get; init; } }
        sealed class Frozen { public string Name { get; } = ""; private readonly int _size; }
        sealed class Capturing(string name) { public string Name => name; }
        sealed class Announcing { public event Action? Changed; }
        sealed class Arguments : EventArgs { public string Name { get; init; } = ""; }
        record struct Point(int X, int Y) { public string? Label { get; set; } }
        struct Pair<T> { public T First; public T Second; }
        enum Colour { Red }
        delegate void Handler(object sender);
        [ThreadSafe] class Guarded { public int Value; }
        [ThreadSafe] interface IGuarded;
        [ImmutableObject(true)] class Promised { public int Value; }
        [SharedState] partial class Other { private int _x; }

        record Settable(string Id) { public string Name { get; set; } = ""; }
        record Tagged(string Id, List<string> Tags);
        record Child(string Id, int Size) : Settable(Id);
        record Holding(Client Client, Tagged Tagged);
        record Worse(string Name, Worse? Next, List<int> Numbers);
        class Open { public string Name { get; } = ""; }
        class OpenAndSettable { public string Id { get; } = ""; public string Name { get; set; } = ""; }
        class OpenOverForeign : Exception { public int Code { get; } }
        [StateNode] sealed partial class Leaf { private int _x; }
        sealed record Grafted(Leaf Leaf);
        sealed class Mutable { public string Name = ""; }
        sealed class PrivatelyMutable { private int _count; public int Next() => ++_count; }
        sealed class Derived : Open2 { }
        class Open2 { public int Value; }
        sealed class Foreign : System.Net.Http.HttpClient { }
        sealed class Counting(int next) { public int Next() => next++; }
        sealed class Listing(List<int> numbers) { public int Count => numbers.Count; }
        struct Windowed { public int[] Array; }
        struct Remembering(List<int> numbers) { public int Count => numbers.Count; }
        sealed class Growing<T> { public readonly Growing<Growing<T>>? Next; }
        interface IPlain;
        [ImmutableObject(false)] class NotPromised { public int Value; }
        sealed class OwnImage(SafeState.Infrastructure.ImageParts parts) : SafeState.Infrastructure.StateImage(parts) { public int Value; }
        [ThreadSafe] class GuardedBase; sealed class LessGuarded : GuardedBase { public int Value; }

        """;

    private static readonly string[] Good =
    [
        "int", "bool", "decimal", "double", "nint", "char", "string", "string?", "int?", "DateTime", "DateTimeOffset", "TimeSpan", "DateOnly", "TimeOnly",
        "Guid", "Guid?", "Uri", "Version", "Type", "Half", "Int128", "Index", "Range", "System.Numerics.BigInteger", "System.Numerics.Vector3", "System.Text.Rune",
        "System.Text.RegularExpressions.Regex", "System.Reflection.MethodInfo", "System.Net.Http.HttpMethod",
        "(int, string)", "(int X, (string, Guid) Y)", "Tuple<int, string>", "KeyValuePair<int, string>",
        "Action", "Func<object, List<int>>", "Handler", "Colour", "DayOfWeek", "Colour?",
        "ImmutableList<string>", "ImmutableArray<int>", "ImmutableDictionary<string, ImmutableList<int>>", "FrozenSet<int>", "FrozenDictionary<int, Client>",
        "ConcurrentDictionary<int, string>", "ConcurrentQueue<Client>", "Channel<string>", "ChannelWriter<Client>", "ChannelReader<int>",
        "Task", "Task<string>", "TaskCompletionSource<int>", "CancellationToken", "CancellationTokenSource", "SemaphoreSlim", "Timer",
        "Client", "Client?", "Loop", "Left", "Initialised", "Frozen", "Capturing", "Announcing", "Arguments", "Point", "Point?", "Pair<int>", "Pair<Client>",
        "MapSnapshot<int, string>", "SetSnapshot<Client>", "Guarded", "IGuarded", "Promised", "Other", "TUnmanaged", "TEnum",
    ];

    /// <summary>Collections inside a collection: copied on their way in, snapshots on their way out.</summary>
    private static readonly string[] Copied =
    [
        "int[]", "string?[]", "int[][]", "List<string>", "HashSet<Client>", "Queue<Guid>", "Dictionary<int, int>", "SortedDictionary<string, Client?>",
        "List<int[]>", "int[][][]", "List<HashSet<int>>[]", "Dictionary<Type, Dictionary<Type, Handler>>", "Dictionary<string, List<string>>",
        "SortedDictionary<Guid, Queue<Dictionary<string, Client[]>>>", "List<List<List<List<int>>>>", "Queue<Queue<Queue<string>>>",
        "List<TUnmanaged>", "Dictionary<TEnum, TUnmanaged[]>", "List<(int, string)>", "List<Pair<Client>>", "List<MapSnapshot<int, string>>",
    ];

    public static TheoryData<string> Shareable => [.. Good, .. Copied];

    public static TheoryData<string, string> NotShareable => new()
    {
        { "object", "'object' may be anything" },
        { "dynamic", "'dynamic' may be anything" },
        { "int[,]", "is an array, whose elements anybody can assign" },
        { "(int, List<string>)", "is a mutable collection" },
        { "KeyValuePair<int, int[]>", "is an array" },
        { "ReadOnlyMemory<byte>", "'ReadOnlyMemory<byte>" },
        { "SortedSet<int>", "'SortedSet<int>' is a mutable collection" },
        { "LinkedList<int>", "'LinkedList<int>' is a mutable collection" },
        { "ConcurrentDictionary<int, List<int>>", "'List<int>' in 'ConcurrentDictionary<int, List<int>>' is a mutable collection" },
        { "List<Mutable>", "'Mutable.Name' can be assigned" },
        { "Dictionary<string, Mutable[]>", "'Mutable.Name' can be assigned" },
        { "Dictionary<Mutable, int>", "'Mutable.Name' can be assigned" },
        { "List<object[]>", "'object' may be anything" },
        { "List<Memory<int>>", "'Memory<int>" },
        { "List<int>?", "may be null" },
        { "List<int[]?>", "'int[]?' may be null" },
        { "Dictionary<List<int>, int>", "'List<int>' is a mutable collection, and what is looked up must not change" },
        { "HashSet<int[]>", "'int[]' is a mutable collection, and what is looked up must not change" },
        { "List<T>", "'T' may stand for any type" },
        { "IReadOnlyList<string>", "is a mutable collection" },
        { "Stack<int>", "is a mutable collection" },
        { "Stream", "'Stream' is a class that is not sealed" },
        { "System.Text.StringBuilder", "comes from another assembly" },
        { "System.Globalization.CultureInfo", "is a class that is not sealed" },
        { "System.Net.IPAddress", "is a class that is not sealed" },
        { "System.Net.Http.HttpClient", "is a class that is not sealed" },
        { "System.Text.Json.JsonSerializerOptions", "comes from another assembly" },
        { "Exception", "is a class that is not sealed" },
        { "Lazy<int>", "is a class that is not sealed" },
        { "ValueTask<int>", "'ValueTask<int>" },
        { "Memory<byte>", "'Memory<byte>" },
        { "ArraySegment<byte>", "'ArraySegment<byte>' is a mutable collection" },
        { "IDisposable", "'IDisposable' is an interface" },
        { "IComparable<int>", "is an interface" },
        { "ImmutableList<List<int>>", "'List<int>' in 'ImmutableList<List<int>>' is a mutable collection" },
        { "ImmutableArray<Mutable>", "'Mutable.Name' can be assigned" },
        { "ImmutableList<int>.Builder", "Builder' is a mutable collection" },
        { "Task<List<int>>", "is a mutable collection" },
        { "(int, int[])", "is an array" },
        { "Settable", "'Settable.Name' can be assigned" },
        { "Tagged", "'Tagged.Tags' of type 'List<string>' is a mutable collection" },
        { "Child", "'Settable.Name' can be assigned" },
        { "Holding", "'Tagged.Tags' of type 'List<string>' is a mutable collection" },
        { "Worse", "'Worse.Numbers' of type 'List<int>' is a mutable collection" },
        { "Open", "'Open' is a class that is not sealed" },
        { "OpenAndSettable", "'OpenAndSettable.Name' can be assigned" },
        { "OpenOverForeign", "'Exception' comes from another assembly" },
        { "Grafted", "'Grafted.Leaf' of type 'Leaf' is a node, which can only be directly in a field" },
        { "Mutable", "'Mutable.Name' can be assigned" },
        { "Mutable?", "'Mutable.Name' can be assigned" },
        { "PrivatelyMutable", "'PrivatelyMutable._count' can be assigned" },
        { "Derived", "'Open2.Value' can be assigned" },
        { "Foreign", "'HttpClient' comes from another assembly, which does not show its private fields" },
        { "Counting", "the captured parameter 'next' of 'Counting' is assigned" },
        { "Listing", "the captured parameter 'numbers' of 'Listing', a 'List<int>', is a mutable collection" },
        { "Windowed", "'Windowed.Array' of type 'int[]' is an array" },
        { "Remembering", "the captured parameter 'numbers' of 'Remembering', a 'List<int>', is a mutable collection" },
        { "Growing<int>", "is nested too deeply" },
        { "Pair<int[]>", "'Pair<int[]>.First' of type 'int[]' is an array" },
        { "Pair<Mutable>?", "'Mutable.Name' can be assigned" },
        { "IPlain", "'IPlain' is an interface" },
        { "NotPromised", "'NotPromised.Value' can be assigned" },
        { "OwnImage", "'OwnImage.Value' can be assigned" },
        { "MapSnapshot<int, int[]>", "'int[]' in 'MapSnapshot<int, int[]>' is an array" },
        { "LessGuarded", "'LessGuarded.Value' can be assigned" },
        { "Unknown", "'Unknown' is not known" },
        { "T", "'T' may stand for any type" },
        { "TClass", "'TClass' may stand for any type" },
        { "TStruct", "'TStruct' may stand for any type" },
    };

    [Theory]
    [MemberData(nameof(Shareable))]
    public void What_nobody_can_change_is_handed_out_as_it_is(string type) => Judgement.AssertMarked(Program(type, "Queue<X>", mark: ""));

    [Fact]
    public void What_is_handed_out_compiles() => Judgement.AssertInnocent(Program(
        "int", "Queue<X>", mark: "",
        string.Concat(Good.Select((type, index) => $"private readonly List<{type}> _list{index} = new(); private {type} _scalar{index} = default!;\n"))));

    [Theory]
    [InlineData("private readonly Dictionary<string, X> _map@ = new();")]
    [InlineData("private readonly SortedDictionary<int, X> _sorted@ = new();")]
    [InlineData("private readonly List<X> _list@ = new();")]
    [InlineData("private readonly Queue<X> _queue@ = new();")]
    [InlineData("[State(Access = Access.ReadOnly)] private readonly Dictionary<string, X> _map@ = new(); [State(Access = Access.ReadOnly)] private readonly List<X> _list@ = new();")]
    [InlineData("[State(Access = Access.None)] private readonly Queue<X> _queue@ = new();")]
    public void What_is_copied_compiles(string field) => Judgement.AssertInnocent(Program(
        "int", "Queue<X>", mark: "", string.Concat(Copied.Select((type, index) => field.Replace("X", type).Replace("@", $"{index}") + "\n"))));

    [Theory]
    [MemberData(nameof(NotShareable))]
    public void What_somebody_may_change_is_refused_with_the_reason(string type, string reason)
    {
        var program = Program(type, "Queue<X>", "// SAFE006");
        Judgement.AssertFlagged("SAFE006", program);
        Assert.Contains(reason, Assert.Single(Judgement.Messages(program)));
    }

    [Theory]
    [InlineData("Dictionary<X, int>", "keys")]
    [InlineData("Dictionary<int, X>", "values")]
    [InlineData("SortedDictionary<int, X>", "values")]
    [InlineData("HashSet<X>", "elements")]
    [InlineData("List<X>", "elements")]
    [InlineData("Queue<X>", "elements")]
    [InlineData("X", "value")]
    [InlineData("Dictionary<int, List<X>>", "values' elements")]
    [InlineData("List<Dictionary<X, int>>", "elements' keys")]
    [InlineData("Queue<Dictionary<int, X[]>>", "elements' values' elements")]
    public void Every_type_argument_is_judged_and_the_author_may_vouch_for_all(string state, string role)
    {
        Judgement.AssertFlagged("SAFE006", Program("Mutable", state, "// SAFE006"));
        Assert.Contains($"would hand out its {role} by reference", Assert.Single(Judgement.Messages(Program("Mutable", state, mark: ""))));
        Judgement.AssertMarked(Program("Mutable", state, mark: "", attribute: "[State(Values = ValueSharing.ByReference)]"));
        Judgement.AssertFlagged("SAFE006", Program("Mutable", state, mark: "// SAFE006", attribute: "[State(Values = ValueSharing.Checked)]"));
    }

    [Fact]
    public void Keys_and_values_are_reported_each() => Judgement.AssertMarked("""
        sealed class Mutable { public int Value; }
        [SharedState] partial class Hub
        {
            private readonly Dictionary<Mutable, Mutable[]> _both = new(); // SAFE006 SAFE006
        }
        """);

    [Fact]
    public void A_type_refused_once_is_refused_again_in_every_field_that_meets_it() => Judgement.AssertMarked("""
        record Parent(Child? Child, int[] Numbers);
        record Child(Parent? Parent);
        [SharedState] partial class Hub
        {
            private Parent? _parent; // SAFE006
            private Child? _child; // SAFE006
            private Parent? _again; // SAFE006
        }
        """);

    [Theory]
    [InlineData("Mutable", "make 'Mutable' immutable")]
    [InlineData("Exception", "use an immutable type instead")]
    [InlineData("System.Text.StringBuilder", "use an immutable type instead")]
    public void The_ways_out_are_spelled_in_the_message(string type, string first)
    {
        var message = Assert.Single(Judgement.Messages(Program(type, "Queue<X>", mark: "")));
        Assert.All([first, "[ThreadSafe]", "[ImmutableObject(true)]", "[State(Values = ValueSharing.ByReference)] on '_state'"], way => Assert.Contains(way, message));
    }

    [Theory]
    [InlineData("Dictionary<string, Own>", "let it live in the holder as a [StateNode]")]
    [InlineData("Dictionary<string, List<Own>>", "let it live in the holder as a [StateNode]")]
    [InlineData("List<Stack<int>>", "use Dictionary, SortedDictionary, HashSet, List, Queue or an array, which the holder copies")]
    [InlineData("Dictionary<string, IReadOnlyList<int>>", "use Dictionary, SortedDictionary, HashSet, List, Queue or an array, which the holder copies")]
    [InlineData("List<List<int>?>", "drop the '?' and leave out what is not there")]
    [InlineData("List<Node?>", "drop the '?' and leave out what is not there")]
    [InlineData("HashSet<Node>", "use an immutable type instead")]
    [InlineData("HashSet<List<int>>", "use an immutable type instead")]
    public void What_can_live_in_the_holder_is_told_so(string type, string way) => Assert.Contains(way, MessageAbout(type));

    [Theory]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.IO.Stream")]
    [InlineData("IServiceProvider")]
    [InlineData("IPlain")]
    public void A_service_is_told_to_be_readonly(string type)
    {
        Assert.Contains("make '_state' readonly if only the constructor sets it, for then it is no state", Assert.Single(Judgement.Messages(Program(type, "X", mark: ""))));
        Assert.DoesNotContain("if only the constructor", Assert.Single(Judgement.Messages(Program(type, "Queue<X>", mark: ""))));
    }

    [Theory]
    [InlineData("Mutable")]
    [InlineData("object")]
    [InlineData("(int, int[])")]
    [InlineData("Stack<int>")]
    public void A_value_is_not_told_to_be_readonly(string type) => Assert.All(Judgement.Messages(Program(type, "X", mark: "")), message => Assert.DoesNotContain("if only the constructor", message));

    [Theory]
    [InlineData("HashSet<Own>")]
    [InlineData("Dictionary<Own, int>")]
    [InlineData("List<OwnRecord>")]
    [InlineData("List<OwnDerived>")]
    public void What_cannot_be_a_node_is_not_told_to_be_one(string type) => Assert.DoesNotContain("[StateNode]", MessageAbout(type));

    private static string MessageAbout(string type) => Assert.Single(Judgement.Messages($$"""
        class Base { public int Value; }
        sealed class Own { public int Value; }
        sealed record OwnRecord { public int Value; }
        sealed class OwnDerived : Base;
        [StateNode] sealed partial class Node { private int _value; }
        [SharedState] partial class Hub { private readonly {{type}} _state = new(); }
        """));

    [Fact]
    public void The_private_fields_of_another_assembly_cannot_be_seen_so_its_classes_are_refused_and_its_structs_judged()
    {
        var library = Judgement.Compile("""
            public sealed class Hidden { private int _count; public int Count => _count; }
            public record Record(string Name);
            public readonly struct Plain { private readonly int _value; private readonly string _text; public int Value => _value + _text.Length; }
            public readonly struct Wrapper { private readonly int[] _values; public int Length => _values.Length; }
            [ImmutableObject(true)] public sealed class Marked { private int _cache; public int Value => _cache++; }
            """);
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true, includePrivateMembers: false)).Success);
        Judgement.AssertMarked(
            """
            [SharedState] partial class Hub
            {
                private readonly Queue<Hidden> _hidden = new(); // SAFE006
                private readonly Queue<Record> _records = new(); // SAFE006
                private readonly Queue<Wrapper> _wrappers = new(); // SAFE006
                private readonly Queue<Plain> _plain = new();
                private readonly Queue<Marked> _marked = new();
            }
            """,
            new GeneratorOptions { References = [MetadataReference.CreateFromImage(image.ToArray())] });
    }

    [Fact]
    public void A_project_seen_as_source_is_judged_as_source()
    {
        var library = Judgement.Compile("""
            public record Record(string Name);
            public sealed class Counting(int next) { public int Next() => next++; }
            """);
        Judgement.AssertMarked(
            """
            [SharedState] partial class Hub
            {
                private readonly Queue<Record> _records = new();
                private readonly Queue<Counting> _counting = new(); // SAFE006
            }
            """,
            new GeneratorOptions { References = [library.ToMetadataReference()] });
    }

    private static string Program(string type, string state, string mark, string attribute = "") => Types + $$"""
        namespace Demo
        {
            using System.IO;
            [SharedState] partial class Hub<T, TClass, TStruct, TUnmanaged, TEnum>
                where TClass : class where TStruct : struct where TUnmanaged : unmanaged where TEnum : struct, Enum
            {
                {{attribute}} private {{state.Replace("X", type)}} _state{{(state == "X" ? "" : " = new()")}}; {{mark}}
            }
        }
        """;
}
