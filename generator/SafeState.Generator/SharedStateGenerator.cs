using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Emission;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator;

/// <summary>Generates the synchronised surface of every <c>[SharedState]</c> class and reports, as errors nobody can silence, what would go around it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SharedStateGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What each holder is and what is wrong with it: the only step that sees symbols.
        var holders = context.SyntaxProvider
            .ForAttributeWithMetadataName(HolderSymbols.SharedStateAttribute, IsTypeDeclaration, HolderParser.Parse)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Holders);

        // What to generate: an edit that changes no declaration of a holder ends here.
        var models = holders
            .Select(static (holder, _) => holder.Model)
            .WhereNotNull()
            .WithTrackingName(TrackingNames.Models);

        // Nearly always none, so that a new holder does not touch the files of the others.
        var clashes = models
            .Select(static (model, _) => model.HintName)
            .Collect()
            .Select(HintNames.FindClashes)
            .WithTrackingName(TrackingNames.NameClashes);

        // One file per holder.
        var files = models
            .Combine(clashes)
            .Select(GeneratedFiles.Create)
            .WithTrackingName(TrackingNames.Files);

        // What is wrong inside holders, and what is wrong anywhere else.
        var findings = holders
            .SelectMany(static (holder, _) => holder.Findings)
            .WithTrackingName(TrackingNames.Findings);
        var strays = context.SyntaxProvider
            .CreateSyntaxProvider(StrayParser.IsCandidate, StrayParser.Parse)
            .SelectMany(static (found, _) => found)
            .WithTrackingName(TrackingNames.Strays);

        context.RegisterSourceOutput(files, static (output, file) => file.AddTo(output));
        context.RegisterSourceOutput(findings, Report);
        context.RegisterSourceOutput(strays, Report);
    }

    private static bool IsTypeDeclaration(SyntaxNode node, CancellationToken cancellationToken) => node is TypeDeclarationSyntax;

    private static void Report(SourceProductionContext output, DiagnosticInfo finding) => output.ReportDiagnostic(finding.ToDiagnostic());
}
