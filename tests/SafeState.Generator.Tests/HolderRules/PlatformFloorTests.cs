using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.HolderRules;

/// <summary>SAFE008: what a project needs.</summary>
public sealed class PlatformFloorTests
{
    private const string Program = "[SharedState] partial class Hub { private int _peak; }";

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void The_language_may_be_12_or_later(LanguageVersion language) =>
        Judgement.AssertInnocent(Program, new GeneratorOptions { Language = language });

    [Theory]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    public void An_older_language_is_refused(LanguageVersion language, string name)
    {
        var options = new GeneratorOptions { Language = language, Nullable = NullableContextOptions.Disable };
        Judgement.AssertFlagged("SAFE008", $"{Program} // SAFE008", options);
        Assert.Contains($"compiled as C# {name}", Assert.Single(Judgement.Messages(Program, options)));
    }

    [Fact]
    public void Attributes_of_the_same_name_are_not_the_runtime()
    {
        var compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("""
            namespace SafeState { class SharedStateAttribute : System.Attribute; }
            [SafeState.SharedState] partial class Hub { private int _peak; }
            """)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        Assert.Contains("the runtime library is not referenced", Assert.Single(Judgement.Findings(compilation)).ToDiagnostic().GetMessage());
    }

    [Theory]
    [InlineData("4.0.0.0", true)]
    [InlineData("7.0.0.0", true)]
    [InlineData("8.0.0.0", false)]
    [InlineData("10.0.0.0", false)]
    public void A_framework_before_NET_8_is_refused(string version, bool expected)
    {
        var framework = CSharpCompilation.Create("System.Runtime", [CSharpSyntaxTree.ParseText($$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}")]
            namespace System
            {
                public class Object; public class String; public abstract class ValueType; public abstract class Enum : ValueType; public struct Void; public struct Int32; public struct Boolean;
                public class Attribute; public enum AttributeTargets; public class AttributeUsageAttribute(AttributeTargets targets) : Attribute { public bool Inherited { get; set; } }
            }
            namespace System.Reflection { public class AssemblyVersionAttribute(string version) : Attribute; }
            """)], options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var runtime = CSharpCompilation.Create(
            "SafeState",
            [CSharpSyntaxTree.ParseText("namespace SafeState; public class SharedStateAttribute : System.Attribute;")],
            [framework.ToMetadataReference()],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var consumer = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("[SafeState.SharedState] partial class Hub { private int _peak; }")],
            [framework.ToMetadataReference(), runtime.ToMetadataReference()]);
        Assert.Empty(consumer.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS5001"));

        var findings = Judgement.Findings(consumer);

        Assert.Equal(expected ? ["SAFE008"] : Array.Empty<string>(), findings.Select(finding => finding.Descriptor.Id));
        Assert.All(findings, finding => Assert.Contains("target net8.0 or later", finding.ToDiagnostic().GetMessage()));
        Assert.NotEqual(expected, Rules.HolderRules.CanGenerate(findings));
    }
}
