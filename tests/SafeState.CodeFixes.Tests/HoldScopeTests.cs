namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE011: a scope is held by a <c>using</c> local.</summary>
public sealed class HoldScopeTests
{
    private static readonly HoldScopeFix Fix = new();

    [Fact]
    public Task Scopes_that_nobody_holds_are_held() => FixTest.AssertAllAsync(
        Fix,
        Program("""
            public static void First(Hub hub)
            {
                // Locked.
                var state = hub.EnterWrite();
                state.Log.Add("first");
            }

            public static void Second(Hub hub)
            {
                hub.EnterWrite().Log.Add("second"); // at once
                System.Console.WriteLine("added");
            }

            public static int Third(Hub hub) => hub.EnterRead().Log.Count;

            public static int Fourth(Hub hub)
            {
                var count = hub.EnterRead().Log.Count;
                return count;
            }
            """),
        Program("""
            public static void First(Hub hub)
            {
                // Locked.
                using var state = hub.EnterWrite();
                state.Log.Add("first");
            }

            public static void Second(Hub hub)
            {
                using (var state = hub.EnterWrite())
                {
                    state.Log.Add("second"); // at once
                }

                System.Console.WriteLine("added");
            }

            public static int Third(Hub hub)
            {
                using var state = hub.EnterRead();
                return state.Log.Count;
            }

            public static int Fourth(Hub hub)
            {
                using var state = hub.EnterRead();
                var count = state.Log.Count;
                return count;
            }
            """),
        "using");

    [Theory]
    [InlineData("public static int M(Hub hub) => hub.EnterRead().Log.Count + hub.EnterRead().Log.Count;")]
    [InlineData("public static void M(Hub hub)\n{\n    var state = hub.EnterWrite();\n    state.Log.Clear();\n    state.Dispose();\n}")]
    [InlineData("public static void M(Hub hub) => hub.EnterWrite();")]
    [InlineData("public static bool M(Hub hub) => hub.TryEnterRead(System.TimeSpan.Zero).Entered;")]
    public Task Where_a_lock_would_begin_or_end_elsewhere_its_author_decides(string member) => FixTest.AssertNothingOfferedAsync(Fix, Program(member));

    private static string Program(string members) => $$"""
        using System.Collections.Generic;
        using SafeState;

        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public sealed partial class Hub
        {
            private readonly List<string> _log = new();
        }

        public static class User
        {
            {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
        }
        """;
}
