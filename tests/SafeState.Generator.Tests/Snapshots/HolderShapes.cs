namespace SafeState.Generator.Tests.Snapshots;

/// <summary>Where a holder may stand and how it may look.</summary>
public sealed class HolderShapes : SnapshotTest
{
    [Fact]
    public void Static() => Verify("""
        namespace Daemon;

        [SharedState]
        internal static partial class ActiveInstances
        {
            private static readonly Dictionary<string, DateTime> s_started = new();
            private static int s_total;
        }
        """);

    [Fact]
    public void Generic() => Verify("""
        namespace Caching;

        [SharedState]
        public partial class Cache<TKey, TValue>
            where TKey : notnull
            where TValue : struct, Enum
        {
            [State(Values = ValueSharing.ByReference)]
            private readonly Dictionary<TKey, TValue> _entries = new();

            private TValue _fallback;

            [State(Values = ValueSharing.ByReference)]
            private readonly List<TKey> _order = new();
        }
        """);

    [Fact]
    public void NestedInPartialTypes() => Verify("""
        namespace Outermost.Inner;

        public partial class Server<T>
        {
            internal partial record struct Part
            {
                public partial interface IRole
                {
                    [SharedState]
                    private sealed partial class State
                    {
                        private readonly List<int> _ports = new();
                    }
                }
            }
        }
        """);

    [Fact]
    public void GlobalNamespace() => Verify("""
        [SharedState]
        partial class Registry
        {
            readonly Dictionary<string, int> entries = new();
        }
        """);

    [Fact]
    public void KeywordNames() => Verify("""
        namespace @namespace.@if;

        public enum @enum
        {
            None,
        }

        [SharedState]
        public partial class @class
        {
            private readonly Dictionary<string, @enum> @event = new();
            private int @int;
            private string _new = "";

            [State(Name = "params")]
            private readonly List<@enum> _list = new();
        }
        """);

    [Fact]
    public void PublicHolderOfInternalTypes() => Verify("""
        namespace Demo;

        internal sealed record Secret(string Value);

        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public partial class Vault
        {
            private readonly Dictionary<string, Secret> _secrets = new();
            private Secret? _last;
            private int _count;
        }
        """);

    [Fact]
    public void HolderOfItsOwnPrivateTypes() => Verify("""
        namespace Demo;

        [SharedState]
        public partial class Vault
        {
            private readonly List<Code> _codes = new();
            private Code _last;

            private enum Code
            {
                One,
            }
        }
        """);

    [Fact]
    public void SameNameTwiceInOneProgram() => Verify("""
        namespace First
        {
            [SharedState]
            partial class Holder
            {
                private int _value;
            }

            [SharedState]
            partial class Holder<T>
            {
                private int _value;
            }
        }

        namespace Second
        {
            [SharedState]
            partial class Holder
            {
                private int _value;
            }
        }
        """);
}
