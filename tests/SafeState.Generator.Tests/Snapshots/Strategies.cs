namespace SafeState.Generator.Tests.Snapshots;

/// <summary>The same holder under each strategy.</summary>
public sealed class Strategies : SnapshotTest
{
    [Fact]
    public void Default() => Verify(Holder("[SharedState]"));

    [Fact]
    public void Mutex() => Verify(Holder("[SharedState(Strategy = Strategy.Mutex)]"));

    [Fact]
    public void CopyOnWrite() => Verify(Holder("[SharedState(Strategy = Strategy.CopyOnWrite)]"));

    [Fact]
    public void FreezeOnce() => Verify(Holder("[SharedState(Strategy = Strategy.FreezeOnce)]"));

    [Fact]
    public void Striped() => Verify(Holder("[SharedState(Strategy = Strategy.Striped)]"));

    [Fact]
    public void A_strategy_named_explicitly_generates_what_the_default_does() => Assert.Equal(
        GeneratorHarness.RunClean("using SafeState;\n" + Holder("[SharedState]")).Sources,
        GeneratorHarness.RunClean("using SafeState;\n" + Holder("[SharedState(Strategy = Strategy.ReaderWriterLock)]")).Sources);

    private static string Holder(string attribute) => $$"""
        namespace Chat
        {
            public sealed record ClientInfo(string Name);

            {{attribute}}
            public sealed partial class ConnectionHub
            {
                private readonly System.Collections.Generic.Dictionary<string, ClientInfo> _clients = new();
                private readonly System.Collections.Generic.HashSet<string> _rooms = new(System.StringComparer.OrdinalIgnoreCase);
                private int _peak;
            }
        }
        """;
}
