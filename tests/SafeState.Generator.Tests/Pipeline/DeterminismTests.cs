using System.Globalization;

namespace SafeState.Generator.Tests.Pipeline;

/// <summary>The same program gives the same text, whoever builds it.</summary>
public sealed class DeterminismTests
{
    private static readonly SourceFile[] Program =
    [
        new("/project/Hub.cs", """
            using System.Collections.Generic;

            namespace Demo;

            [SafeState.SharedState]
            public partial class Hub
            {
                private readonly Dictionary<string, int> _clients = new();
            }
            """),
        new("/project/Hub.Rooms.cs", """
            using System.Collections.Generic;

            namespace Demo;

            public partial class Hub
            {
                private readonly HashSet<int> _rooms = new() { -1 };
                private double _load = -0.5;
            }
            """),
        new("/project/Other.cs", """
            namespace Demo;

            [SafeState.SharedState]
            public static partial class Other
            {
                private static int _index;
            }
            """),
    ];

    [Fact]
    public void Two_runs_give_the_same_files() => AssertSame(GeneratorHarness.RunClean(Program), GeneratorHarness.RunClean(Program));

    [Fact]
    public void The_order_of_files_that_hold_different_types_does_not_matter() =>
        AssertSame(GeneratorHarness.RunClean(Program), GeneratorHarness.RunClean([Program[2], Program[0], Program[1]]));

    [Fact]
    public void The_order_of_the_parts_of_a_holder_does_not_matter() =>
        AssertSame(GeneratorHarness.RunClean(Program), GeneratorHarness.RunClean(Program.Reverse()));

    [Fact]
    public void The_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var expected = GeneratorHarness.RunClean(Program);
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NegativeSign = "minus";
        strange.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = strange;
            AssertSame(expected, GeneratorHarness.RunClean(Program));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_end_alike_on_every_machine() => Assert.All(
        GeneratorHarness.RunClean(Program.Select(file => file with { Text = file.Text.ReplaceLineEndings("\r\n") })).Sources.Values,
        text => Assert.DoesNotContain('\r', text));

    private static void AssertSame(GeneratorResult expected, GeneratorResult actual)
    {
        Assert.Equal(2, expected.Sources.Count);
        Assert.Equal(
            expected.Sources.OrderBy(source => source.Key, StringComparer.Ordinal),
            actual.Sources.OrderBy(source => source.Key, StringComparer.Ordinal));
    }
}
