namespace SafeState.Generator.Tests.Snapshots;

/// <summary>What the attributes' options do.</summary>
public sealed class Tuning : SnapshotTest
{
    [Fact]
    public void AccessOfEachKind() => Verify("""
        [SharedState]
        public partial class Holder
        {
            [State(Access = Access.ReadOnly)]
            private readonly Dictionary<string, int> _readMap = new();

            [State(Access = Access.ReadOnly)]
            private readonly HashSet<string> _readSet = new();

            [State(Access = Access.ReadOnly)]
            private readonly List<string> _readList = new();

            [State(Access = Access.ReadOnly)]
            private readonly Queue<string> _readQueue = new();

            [State(Access = Access.None)]
            private readonly Dictionary<string, int> _hiddenMap = new();

            [State(Access = Access.None)]
            private readonly Queue<int> _hiddenQueue = new();

            [State(Access = Access.None)]
            private int _hiddenCount;
        }
        """);

    [Fact]
    public void ScopesOfTheAssembly() => Verify("""
        [SharedState(ScopeAccess = ScopeAccess.Internal)]
        public partial class Holder
        {
            private readonly List<int> _values = new();
        }
        """);

    [Fact]
    public void ScopesOfEverybody() => Verify("""
        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public partial class Holder
        {
            private readonly List<int> _values = new();
        }
        """);

    [Fact]
    public void NamesFromFieldsAndAttributes() => Verify("""
        [SharedState]
        public partial class Holder
        {
            private int _underscore;
            private int m_member;
            private int plain;
            private int __doubled;

            [State(Name = "Chosen")]
            private readonly List<int> _something = new();

            [NotState]
            private int _mine;

            public int Mine => _mine++;
        }
        """);
}
