using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SafeState.Benchmarks.Generator;

/// <summary>A program with many annotated types and one file that is none of theirs, and its edits. Everything is parsed before the clock starts.</summary>
internal sealed class ProgramUnderTest(Contender contender, int types, CancellationToken cancellation)
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest, DocumentationMode.Parse);

    // What derives from it shares the symbols of the references, as the programs of a compiler server do.
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Program",
        references: SdkGenerators.ReferenceAssemblies(SdkGenerators.Platform)
            .Concat(SdkGenerators.ReferenceAssemblies(SdkGenerators.Web))
            .Append(typeof(SharedStateAttribute).Assembly.Location)
            .DistinctBy(Path.GetFileName)
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    private int _members;
    private int _edits;

    public Compilation Compilation { get; private set; } = Parse(contender, types, cancellation);

    public GeneratorDriver NewDriver() => CSharpGeneratorDriver.Create([contender.Create()], parseOptions: Language);

    /// <summary>An edit in a method of a class that has nothing to do with the types.</summary>
    public void EditBodyElsewhere() => Replace(types, Unrelated(_members, ++_edits));

    /// <summary>A method of another name in that class.</summary>
    public void AddMemberElsewhere() => Replace(types, Unrelated(++_members, _edits));

    /// <summary>An edit in one of the types that changes what is generated for it.</summary>
    public void EditOneType() => Replace(types / 2, contender.Source(types / 2, ++_edits));

    private static CSharpCompilation Parse(Contender contender, int types, CancellationToken cancellation) => Empty.Value.AddSyntaxTrees(
        Enumerable.Range(0, types).Select(number => Parse(number, contender.Source(number, 0), cancellation)).Append(Parse(types, Unrelated(0, 0), cancellation)));

    private static string Unrelated(int member, int edit) => $$"""
        internal static class Unrelated
        {
            internal static int Answer{{member}}(int question) => question + {{edit}};
        }
        """;

    private static SyntaxTree Parse(int number, string text, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Language, $"/program/File{number}.cs", cancellation);

    private void Replace(int file, string text)
    {
        var tree = Compilation.SyntaxTrees.ElementAt(file);
        Compilation = Compilation.ReplaceSyntaxTree(tree, Parse(file, text, cancellation));
    }
}
