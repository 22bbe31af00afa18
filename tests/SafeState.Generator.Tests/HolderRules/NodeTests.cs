namespace SafeState.Generator.Tests.HolderRules;

/// <summary>What a node may be, what may be in it, and who may touch it.</summary>
public sealed class NodeTests
{
    private const string Usings = """
        #pragma warning disable CS1591, CS0169, CS0649, CS0414 // These programs are not documented, and do not use what they declare.
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using SafeState;


        """;

    public static TheoryData<string, string> Faults => new()
    {
        { "not partial", "[StateNode] public sealed class Node { private int _x; } // SAFE004" },
        { "not sealed", "[StateNode] public partial class Node { private int _x; } // SAFE004" },
        { "a record", "[StateNode] public sealed partial record Node { private int _x; } // SAFE004" },
        { "static", "[StateNode] public static partial class Node { private static int _x; } // SAFE004" },
        { "with a base", "public class Base { } [StateNode] public sealed partial class Node : Base { private int _x; } // SAFE004" },
        { "in a type that is not partial", "public class Outer { [StateNode] public sealed partial class Node { private int _x; } } // SAFE004" },
        { "a 'file' type", "[StateNode] file sealed partial class Node { private int _x; } // SAFE004" },
        { "a public field", "[StateNode] public sealed partial class Node { public int X; } // SAFE002" },
        { "a property", "[StateNode] public sealed partial class Node { public int X { get; set; } } // SAFE002" },
        { "a get-only property", "[StateNode] public sealed partial class Node { public string X { get; } = \"\"; } // SAFE002" },
        { "a captured parameter", "[StateNode] public sealed partial class Node(string name) { public string M() => name; } // SAFE002" },
        { "static state", "[StateNode] public sealed partial class Node { private int _y; private static int _x; } // SAFE009" },
        { "an unsupported collection", "[StateNode] public sealed partial class Node { private readonly Stack<int> _x = new(); } // SAFE005" },
        { "a nullable collection", "[StateNode] public sealed partial class Node { private List<int>? _x; } // SAFE005" },
        { "a mutable value", "public sealed class Mutable { public int X; } [StateNode] public sealed partial class Node { private Mutable? _x; } // SAFE006" },
        { "a mutable readonly value", "[StateNode] public sealed partial class Node { private readonly object _x = new(); } // SAFE006" },
        { "a mutable value further in", "[StateNode] public sealed partial class Node { private readonly Dictionary<string, List<object>> _x = new(); } // SAFE006" },
        { "a name that is taken", "[StateNode] public sealed partial class Node { private int _x; private int x; } // SAFE007" },
        { "the name of a view", "[StateNode] public sealed partial class Node { private int _x; public int Reader => 1; } // SAFE007" },
        { "a name of every snapshot", "[StateNode] public sealed partial class Node { private int _toNode; } // SAFE007" },
        { "touched in a method", "[StateNode] public sealed partial class Node { private int _x; public int M() => _x; } // SAFE001" },
        { "touched in another instance", "[StateNode] public sealed partial class Node { private readonly List<int> _x = new(); public void M(Node other) => other._x.Clear(); } // SAFE001" },
        { "touched in a lambda of a constructor", "[StateNode] public sealed partial class Node { private int _x; public Node() { Action later = () => _x++; } } // SAFE001" },
        { "given a collection of somebody else", "[StateNode] public sealed partial class Node { private readonly List<int> _x; public Node(List<int> x) { _x = x; } } // SAFE003" },
        { "a shallow copy", "[StateNode] public sealed partial class Node { private int _x; public object M() => MemberwiseClone(); } // SAFE001" },
        { "a shallow copy of another", "[StateNode] public sealed partial class Node { private readonly List<Node> _x = new(); public object M(Node other) => other.MemberwiseClone(); } // SAFE001" },
        { "a shallow copy in a nested class", "[StateNode] public sealed partial class Node { private int _x; private static class Inner { public static Func<object> M(Node node) => node.MemberwiseClone; } } // SAFE001" },
        { "the hidden part used", "[StateNode] public sealed partial class Node { private int _x; } class User { object M() => Node.__SafeShape; } // SAFE001" },
        { "a node as a key", "[StateNode] public sealed partial class Node { private int _x; } [SharedState] partial class Hub { private readonly Dictionary<Node, int> _nodes = new(); } // SAFE006" },
        { "a node in a set", "[StateNode] public sealed partial class Node { private int _x; } [SharedState] partial class Hub { private readonly HashSet<Node> _nodes = new(); } // SAFE006" },
        { "a node that may be missing in a list", "[StateNode] public sealed partial class Node { private int _x; } [SharedState] partial class Hub { private readonly List<Node?> _nodes = new(); } // SAFE006" },
        { "a node in a tuple", "[StateNode] public sealed partial class Node { private int _x; } [SharedState] partial class Hub { private readonly List<(int, Node)> _nodes = new(); } // SAFE006" },
        { "a node in a record", "[StateNode] public sealed partial class Node { private int _x; } public sealed record R(Node N); [SharedState] partial class Hub { private R? _node; } // SAFE006" },
        { "a node in an immutable list", "[StateNode] public sealed partial class Node { private int _x; } [SharedState] partial class Hub { private ImmutableList<Node> _nodes = ImmutableList<Node>.Empty; } // SAFE006" },
        { "an attribute that is misplaced", "[StateNode] public sealed partial class Node { private int _y; [State, NotState] private int _x; } // SAFE010" },
    };

    public static TheoryData<string, string> Right => new()
    {
        { "a node of values", "[StateNode] public sealed partial class Node { private int _x; private readonly string _name = \"\"; private string? _text; }" },
        { "a node without state of its own", "[StateNode] public sealed partial class Node { private readonly string _name; public Node(string name) { _name = name; } }" },
        { "a readonly value in its own methods", "[StateNode] public sealed partial class Node { private readonly string _name = \"\"; public override string ToString() => _name; }" },
        { "a node in itself, in every way", "[StateNode] public sealed partial class Node { private readonly Dictionary<string, Node> _map = new(); private readonly List<Node> _list = new(); private readonly Queue<Node[]> _queue = new(); private Node? _one; private readonly Dictionary<int, Dictionary<int, Node>> _maps = new(); }" },
        { "nodes in each other", "[StateNode] public sealed partial class A { private readonly List<B> _b = new(); } [StateNode] public sealed partial class B { private readonly Dictionary<string, A> _a = new(); private A? _first; }" },
        { "a generic node in a generic holder", "[StateNode] public sealed partial class Node<T> where T : unmanaged { private readonly Dictionary<T, Node<T>> _next = new(); private T _value; } [SharedState] public partial class Hub<T> where T : unmanaged { private readonly List<Node<T>> _nodes = new(); private readonly Node<int> _one = new(); }" },
        { "a node in another namespace", "namespace A.B { [StateNode] public sealed partial class Node { private int _x; } } namespace C { [SharedState] public partial class Hub { private readonly Dictionary<string, A.B.Node> _nodes = new(); } }" },
        { "an internal node in a public holder", "[StateNode] internal sealed partial class Node { private int _x; } [SharedState(ScopeAccess = ScopeAccess.Internal)] public partial class Hub { private readonly Dictionary<string, List<Node>> _nodes = new(); private Node? _one; private readonly Node _two = new(); }" },
        { "a private node in its holder", "[SharedState] public partial class Hub { private readonly Node _root = new(); private readonly List<Node> _list = new(); [StateNode] private sealed partial class Node { private readonly List<Node> _children = new(); private Mark _mark; private enum Mark { None } } }" },
        { "a node with an interface, a constructor and events", "[StateNode] public sealed partial class Node : IDisposable { private int _x; public Node(int x) { _x = x; } public void Dispose() { } [NotState] private readonly object _gate = new(); }" },
        { "walking", "[StateNode] public sealed partial class Node { private readonly Dictionary<string, Node> _children = new(); private Action? _handler; } [SharedState] public partial class Hub { private readonly Node _root = new(); public Action? Find(string[] path) { using var state = EnterRead(); var node = state.Root; foreach (var token in path) { if (!node.Children.TryGetValue(token, out var next)) { return null; } node = next; } return node.Handler; } public void Add(string[] path, Action handler) { using var state = EnterWrite(); var node = state.Root; foreach (var token in path) { node = node.Children.GetOrAdd(token); } node.Handler = handler; } }" },
        { "views in helpers of one's own", "[StateNode] public sealed partial class Node { private readonly List<Node> _children = new(); private int _x; } [SharedState] public partial class Hub { private readonly Node _root = new(); public int Sum() { using var state = EnterRead(); return Sum(state.Root); } private static int Sum(Node.Reader node) { var sum = node.X; foreach (var child in node.Children) { sum += Sum(child); } return sum; } private static void Reset(Node.Editor node) => node.X = 0; }" },
        { "a keyword for a name", "[StateNode] public sealed partial class @class { private readonly List<@class> _event = new(); private int @int; } [SharedState] public partial class @namespace { private readonly @class _new = new(); }" },
        { "every strategy", "[StateNode] public sealed partial class Node { private readonly List<Node> _n = new(); } [SharedState(Strategy = Strategy.Mutex)] public partial class A { private readonly Node _n = new(); } [SharedState(Strategy = Strategy.CopyOnWrite)] public partial class B { private Node? _n; private readonly Queue<Node> _q = new(); } [SharedState(Strategy = Strategy.FreezeOnce)] public static partial class C { private static readonly Node _n = new(); private static readonly Dictionary<string, Node> s_m = new(); }" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void AFaultIsReported(string name, string program)
    {
        Assert.NotEmpty(name);
        var findings = GeneratorHarness.Run(Usings + program).GeneratorFindings;
        Assert.Equal([program[(program.LastIndexOf("// ", StringComparison.Ordinal) + 3)..]], findings.Select(finding => finding.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void WhatIsRightCompiles(string name, string program)
    {
        Assert.NotEmpty(name);
        var result = GeneratorHarness.Run(Usings + program);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void TheMessagesSpeakOfNodes()
    {
        Assert.Contains("'Node' cannot be a node of shared state, because a class derived from it", Message("[StateNode] public partial class Node { private int _x; }"));
        Assert.Contains("use 'X' of its views, which the scopes of the holder give", Message("[StateNode] public sealed partial class Node { private int _x; public int M() => _x; }"));
        Assert.Contains("is a node, which can only be directly in a field or collection", Message("[StateNode] public sealed partial class Node { private int _x; } [SharedState] partial class Hub { private (int, Node) _node; }"));

        static string Message(string program) => Assert.Single(GeneratorHarness.Run(Usings + program).GeneratorFindings).Message;
    }
}
