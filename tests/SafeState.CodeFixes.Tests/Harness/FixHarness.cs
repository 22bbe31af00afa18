using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers;

namespace SafeState.CodeFixes.Tests.Harness;

/// <summary>Applies a fix to a program as an editor would, and runs the generator over what comes out.</summary>
internal static class FixHarness
{
    /// <summary>All rules that are analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(SharedStateAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>What is offered for the first finding of the fix's rules: titles in the order of the list.</summary>
    public static async Task<IReadOnlyList<string>> OffersAsync(CodeFixProvider fix, string source, GeneratorOptions? options = null)
    {
        var solution = Open([new SourceFile(SourceFile.DefaultPath, source)], options ?? GeneratorOptions.Default);
        var findings = await FindingsAsync(solution, fix);
        return [.. (await OffersAsync(solution, fix, findings.First())).Select(offer => offer.Title)];
    }

    /// <summary>The program after the remedy of <paramref name="key"/>, or the first that is offered, was applied to the first finding.</summary>
    public static Task<string> ApplyAsync(CodeFixProvider fix, string source, string? key = null, GeneratorOptions? options = null) =>
        ChangeAsync(source, options, async solution =>
        {
            var finding = (await FindingsAsync(solution, fix)).First();
            var offers = await OffersAsync(solution, fix, finding);
            return offers.FirstOrDefault(offer => key is null || offer.EquivalenceKey == key)
                ?? throw new Xunit.Sdk.XunitException($"Of '{key}' nothing is offered for {finding}, but: {string.Join(", ", offers.Select(offer => $"{offer.EquivalenceKey} ({offer.Title})"))}");
        });

    /// <summary>The program after "Fix All" of <paramref name="key"/> in the project.</summary>
    public static Task<string> ApplyAllAsync(CodeFixProvider fix, string source, string key, GeneratorOptions? options = null) =>
        ChangeAsync(source, options, solution => FixAllAsync(solution, fix, key));

    /// <summary>The programs after "Fix All" of one key after the other.</summary>
    public static async Task<IReadOnlyList<SourceFile>> ApplyAllAsync(
        IEnumerable<SourceFile> sources, GeneratorOptions options, params (CodeFixProvider Fix, string Key)[] steps)
    {
        var solution = Open(sources, options);
        foreach (var (fix, key) in steps)
        {
            solution = await ChangedAsync(solution, await FixAllAsync(solution, fix, key));
        }

        return await FilesAsync(solution);
    }

    private static async Task<string> ChangeAsync(string source, GeneratorOptions? options, Func<Solution, Task<CodeAction>> choose)
    {
        var solution = Open([new SourceFile(SourceFile.DefaultPath, source)], options ?? GeneratorOptions.Default);
        var changed = await ChangedAsync(solution, await choose(solution));
        return Assert.Single(await FilesAsync(changed)).Text;
    }

    private static async Task<IReadOnlyList<SourceFile>> FilesAsync(Solution solution)
    {
        var files = new List<SourceFile>();
        foreach (var document in solution.Projects.Single().Documents)
        {
            files.Add(new SourceFile(document.FilePath!, (await document.GetTextAsync()).ToString()));
        }

        return files;
    }

    private static async Task<Solution> ChangedAsync(Solution solution, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(solution, progress: new Progress<CodeAnalysisProgress>(), CancellationToken.None);
        return Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
    }

    private static async Task<CodeAction> FixAllAsync(Solution solution, CodeFixProvider fix, string key)
    {
        var findings = await FindingsAsync(solution, fix);
        var context = new FixAllContext(
            solution.Projects.Single().Documents.First(), fix, FixAllScope.Project, key, fix.FixableDiagnosticIds, new Found(findings), CancellationToken.None);
        return (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
    }

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(Solution solution, CodeFixProvider fix, Diagnostic finding)
    {
        var offers = new List<CodeAction>();
        var document = solution.GetDocument(finding.Location.SourceTree)!;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (offer, _) => offers.Add(offer), CancellationToken.None));
        return offers;
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(Solution solution, CodeFixProvider fix)
    {
        var compilation = await solution.Projects.Single().GetCompilationAsync();
        var analyzers = Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(IsMeant)).ToImmutableArray();
        var findings = await compilation!.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. findings.Where(finding => IsMeant(finding.Descriptor)).OrderBy(finding => finding.Location.SourceSpan.Start)];

        bool IsMeant(DiagnosticDescriptor rule) => fix.FixableDiagnosticIds.Contains(rule.Id);
    }

    private static Solution Open(IEnumerable<SourceFile> sources, GeneratorOptions options)
    {
        var compilation = GeneratorHarness.Compile(sources, options);
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Consumer",
            "Consumer",
            LanguageNames.CSharp,
            compilationOptions: compilation.Options,
            parseOptions: compilation.SyntaxTrees.First().Options,
            metadataReferences: compilation.References,
            analyzerReferences: [new GeneratorReference()]);
        var solution = new AdhocWorkspace().CurrentSolution.AddProject(project);
        return compilation.SyntaxTrees.Aggregate(solution, (current, tree) => current.AddDocument(
            DocumentId.CreateNewId(project.Id), Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath));
    }

    /// <summary>Hands out what was found already.</summary>
    private sealed class Found(IReadOnlyList<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return findings.Where(finding => finding.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
