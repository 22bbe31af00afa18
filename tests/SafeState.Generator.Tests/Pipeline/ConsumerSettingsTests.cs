using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.Pipeline;

/// <summary>What is generated compiles without a warning however the consumer's project is set up.</summary>
public sealed class ConsumerSettingsTests
{
    private const string Program = """
        using System.Collections.Generic;
        using SafeState;

        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public partial class Everything<T>
        {
            private readonly Dictionary<string, int> _map = new();
            private readonly SortedDictionary<string, long> _sorted = new();
            private readonly HashSet<string> _set = new();
            private readonly List<string> _list = new();
            private readonly Queue<string> _queue = new();

            [State(Values = ValueSharing.ByReference)]
            private readonly List<T> _values = new();

            private string _text = "";
            private int? _number;
            private (string Name, int Count) _pair;
        }

        [SharedState(Strategy = Strategy.CopyOnWrite)]
        internal static partial class Global
        {
            private static readonly Dictionary<int, string> s_names = new();
            private static double s_load;
        }
        """;

    public static TheoryData<NullableContextOptions, LanguageVersion> Settings
    {
        get
        {
            var settings = new TheoryData<NullableContextOptions, LanguageVersion>();
            foreach (var nullable in Enum.GetValues<NullableContextOptions>())
            {
                settings.Add(nullable, LanguageVersion.CSharp12);
                settings.Add(nullable, LanguageVersion.Latest);
            }

            return settings;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Nullable_contexts_and_languages(NullableContextOptions nullable, LanguageVersion language) =>
        GeneratorHarness.RunClean(Program, new GeneratorOptions { Nullable = nullable, Language = language });

    [Fact]
    public void Parts_of_a_holder_may_differ_in_what_they_say_of_null() => GeneratorHarness.RunClean(
        [new SourceFile("/project/A.cs", "#nullable disable\n" + Program), new SourceFile("/project/B.cs", "#nullable enable\npartial class Everything<T> { private string? _more; }")]);
}
