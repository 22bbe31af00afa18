namespace SafeState.CodeFixes.Tests;

/// <summary>SAFE004: a holder and the types around it become partial.</summary>
public sealed class MakePartialTests
{
    private static readonly MakePartialFix Fix = new();

    [Fact]
    public Task A_class_gets_the_modifier_in_its_place() => FixTest.AssertAsync(
        Fix,
        """
        using SafeState;

        /// <summary>Counts.</summary>
        [SharedState]
        public sealed class Counter
        {
            private int _count;   // how many
        }
        """,
        """
        using SafeState;

        /// <summary>Counts.</summary>
        [SharedState]
        public sealed partial class Counter
        {
            private int _count;   // how many
        }
        """);

    [Fact]
    public Task A_class_without_modifiers_keeps_its_comment_and_its_place() => FixTest.AssertAsync(
        Fix,
        """
        using SafeState;

        [SharedState]
        // Counts.
        class Counter
        {
            private int _count;
        }
        """,
        """
        using SafeState;

        [SharedState]
        // Counts.
        partial class Counter
        {
            private int _count;
        }
        """);

    [Fact]
    public Task All_types_around_all_holders_become_partial_at_once() => FixTest.AssertAllAsync(
        Fix,
        """
        using SafeState;

        public static class Outer
        {
            internal readonly struct Middle<T>
            {
                [SharedState]
                public class First
                {
                    private int _count;
                }

                [SharedState]
                public partial class Second
                {
                    private int _count;
                }
            }
        }
        """,
        """
        using SafeState;

        public static partial class Outer
        {
            internal readonly partial struct Middle<T>
            {
                [SharedState]
                public partial class First
                {
                    private int _count;
                }

                [SharedState]
                public partial class Second
                {
                    private int _count;
                }
            }
        }
        """,
        "partial");

    [Theory]
    [InlineData("[SharedState] public record Counter { private int _count; }")]
    [InlineData("[SharedState] public struct Counter { private int _count; }")]
    [InlineData("[SharedState] file class Counter { private int _count; }")]
    [InlineData("[SharedState] public partial class Base { private int _sum; } [SharedState] public partial class Counter : Base { private int _count; }")]
    public Task What_would_become_another_type_is_left_to_its_author(string declaration) =>
        FixTest.AssertNothingOfferedAsync(Fix, $"using SafeState;\n\n{declaration}");
}
