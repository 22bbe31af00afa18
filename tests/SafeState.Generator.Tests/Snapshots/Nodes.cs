namespace SafeState.Generator.Tests.Snapshots;

/// <summary>Nodes, and holders of them.</summary>
public sealed class Nodes : SnapshotTest
{
    [Fact]
    public void TreeOfNodes() => Verify("""
        namespace Routing;

        [StateNode]
        public sealed partial class RouteNode
        {
            private readonly Dictionary<string, RouteNode> _children = new(StringComparer.OrdinalIgnoreCase);
            private readonly string _name;
            private Action? _handler;

            public RouteNode(string name) => _name = name;
        }

        [SharedState]
        public partial class RouteTable
        {
            private readonly RouteNode _root = new("");
            private RouteNode? _fallback;
            private readonly Dictionary<string, List<RouteNode>> _groups = new();
        }
        """);

    [Fact]
    public void NodesThatContainEachOther() => Verify("""
        [StateNode]
        internal sealed partial class Folder
        {
            private readonly List<File> _files = new();
            private readonly Queue<Folder> _recent = new();
            private File? _pinned;
        }

        [StateNode]
        internal sealed partial class File
        {
            private Folder _attachments = new();
            private long _size;
        }
        """);

    [Fact]
    public void GenericNestedNodeOfPrivateTypes() => Verify("""
        public partial class Outer<TKey>
            where TKey : unmanaged
        {
            [StateNode]
            private sealed partial class Cell
            {
                private readonly Dictionary<TKey, Cell> _next = new();
                private Mark _mark;

                private enum Mark
                {
                    None,
                }
            }

            [SharedState(Strategy = Strategy.CopyOnWrite)]
            private sealed partial class Grid
            {
                [State(Access = Access.ReadOnly)]
                private readonly Dictionary<TKey, Cell> _cells = new();

                [State(Access = Access.None)]
                private readonly Cell _first = new();
            }
        }
        """);
}
