namespace SafeState.Generator.Tests.MustNotCompile;

/// <summary>What SAFE001 says to write instead depends on what is touched, and how.</summary>
public class DirectAccessMessageTests
{
    [Theory]
    [InlineData("_rooms.Clear();", "use 'Rooms', or do several things at once in a scope: 'using var state = EnterWrite();' and 'state.Rooms'")]
    [InlineData("GC.KeepAlive(_peak);", "read it as 'Peak', and write it in a scope: 'using var state = EnterWrite();' and 'state.Peak = …;'")]
    [InlineData("lock (_rooms) { }", "remove the 'lock'; several steps as one are a scope, 'using var state = EnterWrite();' and 'state.Rooms', and a single one needs no lock")]
    [InlineData("lock (this._rooms) { }", "remove the 'lock'; several steps as one are a scope, 'using var state = EnterWrite();' and 'state.Rooms', and a single one needs no lock")]
    public void It_leads_to_the_way_out(string statement, string wayOut)
    {
        var result = GeneratorHarness.Run($$"""
            using System;
            using System.Collections.Generic;
            using SafeState;

            [SharedState]
            public sealed partial class Hub
            {
                private readonly HashSet<string> _rooms = new();
                private int _peak;

                public void M()
                {
                    {{statement}}
                }
            }
            """);
        Assert.EndsWith(wayOut, Assert.Single(result.GeneratorFindings).Message, StringComparison.Ordinal);
    }
}
