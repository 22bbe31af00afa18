using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Emission;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator;

/// <summary>Generates the synchronised surface of every <c>[SharedState]</c> and <c>[StateNode]</c> class and reports, as errors nobody can silence, what would go around it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SharedStateGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What each holder and each node is and what is wrong with it: the only step that sees symbols.
        var holders = context.SyntaxProvider
            .ForAttributeWithMetadataName(HolderSymbols.SharedStateAttribute, IsTypeDeclaration, HolderParser.Parse)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Holders);
        var nodes = context.SyntaxProvider
            .ForAttributeWithMetadataName(HolderSymbols.StateNodeAttribute, IsTypeDeclaration, NodeParser.Parse)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Nodes);

        // What to generate: an edit that changes no declaration of a holder or node ends here.
        var models = Models(holders);
        var nodeModels = Models(nodes);

        // Nearly always none, so that a new holder does not touch the files of the others.
        var clashes = HintNamesOf(models)
            .Combine(HintNamesOf(nodeModels))
            .Select(static (names, cancellationToken) => HintNames.FindClashes(names.Left.AddRange(names.Right), cancellationToken))
            .WithTrackingName(TrackingNames.NameClashes);

        // One file for each.
        var files = Files(models, clashes);
        var nodeFiles = Files(nodeModels, clashes);

        // What is wrong inside them, and what is wrong anywhere else.
        var findings = Findings(holders);
        var nodeFindings = Findings(nodes);
        var strays = context.CompilationProvider
            .SelectMany(static (compilation, _) => compilation.SyntaxTrees)
            .SelectMany(StrayCandidates.In)
            .Combine(context.CompilationProvider)
            .SelectMany(StrayParser.Parse)
            .WithTrackingName(TrackingNames.Strays);

        context.RegisterSourceOutput(files, static (output, file) => file.AddTo(output));
        context.RegisterSourceOutput(nodeFiles, static (output, file) => file.AddTo(output));
        context.RegisterSourceOutput(findings, Report);
        context.RegisterSourceOutput(nodeFindings, Report);
        context.RegisterSourceOutput(strays, Report);
    }

    private static IncrementalValuesProvider<HolderModel> Models(IncrementalValuesProvider<HolderResult> results) => results
        .Select(static (result, _) => result.Model)
        .WhereNotNull()
        .WithTrackingName(TrackingNames.Models);

    private static IncrementalValueProvider<ImmutableArray<string>> HintNamesOf(IncrementalValuesProvider<HolderModel> models) => models
        .Select(static (model, _) => model.HintName)
        .Collect();

    private static IncrementalValuesProvider<GeneratedFile> Files(
        IncrementalValuesProvider<HolderModel> models, IncrementalValueProvider<EquatableArray<string>> clashes) => models
        .Combine(clashes)
        .Select(GeneratedFiles.Create)
        .WithTrackingName(TrackingNames.Files);

    private static IncrementalValuesProvider<DiagnosticInfo> Findings(IncrementalValuesProvider<HolderResult> results) => results
        .SelectMany(static (result, _) => result.Findings)
        .WithTrackingName(TrackingNames.Findings);

    private static bool IsTypeDeclaration(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    private static void Report(SourceProductionContext output, DiagnosticInfo finding) => output.ReportDiagnostic(finding.ToDiagnostic());
}
