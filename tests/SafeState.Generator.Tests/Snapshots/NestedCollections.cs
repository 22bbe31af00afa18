namespace SafeState.Generator.Tests.Snapshots;

/// <summary>Collections inside collections: one holder for each shape of their views.</summary>
public sealed class NestedCollections : SnapshotTest
{
    [Fact]
    public void MapOfLists() => Verify(Holder("private readonly Dictionary<string, List<string>> _headers = new(StringComparer.OrdinalIgnoreCase);"));

    [Fact]
    public void SortedMapOfMaps() => Verify(Holder("private readonly SortedDictionary<int, Dictionary<Type, Action>> _handlers = new();"));

    [Fact]
    public void MapsOfSetsQueuesAndArrays() => Verify(Holder("""
        private readonly Dictionary<Guid, HashSet<string>> _rooms = new();
            private readonly Dictionary<Guid, Queue<string?>> _mail = new();
            private readonly Dictionary<Guid, byte[]> _keys = new();
        """));

    [Fact]
    public void ListOfSets() => Verify(Holder("private readonly List<HashSet<int>> _groups = new();"));

    [Fact]
    public void QueueOfArrays() => Verify(Holder("private readonly Queue<int[]> _batches = new();"));

    [Fact]
    public void FourLevels() => Verify(Holder("private readonly Dictionary<string, SortedDictionary<int, List<string[]>>> _deep = new();"));

    [Fact]
    public void ReadOnlyAndWithoutFacade() => Verify(Holder("""
        [State(Access = Access.ReadOnly)]
            private readonly Dictionary<string, List<string>> _shown = new();

            [State(Access = Access.None)]
            private readonly List<List<string>> _hidden = new();
        """));

    [Fact]
    public void StaticHolder() => Verify("""
        [SharedState(Strategy = Strategy.CopyOnWrite, ScopeAccess = ScopeAccess.Public)]
        public static partial class Registry
        {
            private static readonly Dictionary<Type, List<Type>> s_services = new();
        }
        """);

    [Fact]
    public void GenericHolderWithValuesOfLessVisibleTypes() => Verify("""
        internal sealed record Secret(string Text);

        [SharedState(Strategy = Strategy.FreezeOnce)]
        public partial class Store<TKey>
            where TKey : unmanaged
        {
            private readonly Dictionary<TKey, List<Secret>> _secrets = new();
        }
        """);

    private static string Holder(string fields) => $$"""
        namespace Demo;

        [SharedState]
        public partial class Holder
        {
            {{fields}}
        }
        """;
}
