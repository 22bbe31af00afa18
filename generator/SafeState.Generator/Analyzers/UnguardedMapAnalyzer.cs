using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.Unguarded;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers;

/// <summary>
/// SAFE201: a collection in a class that is no holder, which several threads can reach without a lock. The location is the field's name in
/// its declaration; a fix makes the class a holder.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedMapAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.UnguardedMap);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(HolderSymbols.SharedStateAttribute) is not null)
            {
                start.RegisterSemanticModelAction(Judge);
            }
        });
    }

    private static void Judge(SemanticModelAnalysisContext file)
    {
        foreach (var candidate in CandidateField.In(file.SemanticModel, file.CancellationToken))
        {
            var uses = FieldUses.Of(candidate, file.SemanticModel, file.CancellationToken).ToArray();
            if (uses.Any(use => use.IsChange) && Reason(candidate, uses, file) is { } reason)
            {
                file.ReportDiagnostic(Diagnostic.Create(
                    Advisories.UnguardedMap,
                    candidate.Declarator.Identifier.GetLocation(),
                    candidate.Field.Name,
                    reason,
                    candidate.Field.ContainingType.Name));
            }
        }
    }

    /// <summary>Why several threads can meet in the collection; null where nothing shows it.</summary>
    private static string? Reason(CandidateField candidate, FieldUse[] uses, SemanticModelAnalysisContext file)
    {
        if (uses.FirstOrDefault(use => !use.IsGuarded) is not { } open)
        {
            return null;
        }

        if (uses.FirstOrDefault(use => use.IsGuarded && use.IsLocked) is { } guarded)
        {
            return $"is used under a lock in '{guarded.MemberName}', but without it in '{open.MemberName}'";
        }

        var threads = new Threads(candidate.Type, file.SemanticModel, file.CancellationToken);
        if (uses.FirstOrDefault(use => threads.Run(use.Name)) is { } elsewhere && uses.Length > 1)
        {
            return $"is used without a lock in '{elsewhere.MemberName}' by code that another thread runs";
        }

        return candidate.Field.IsStatic && !IsMainProgram(candidate.Type) && uses.FirstOrDefault(use => use is { IsChange: true, IsGuarded: false }) is { } change
            ? $"is static, and '{change.MemberName}' changes it without a lock"
            : null;
    }

    /// <summary>The class of <c>Main</c> often has statics that its one thread alone uses.</summary>
    private static bool IsMainProgram(TypeDeclarationSyntax type) =>
        type.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText == "Main");
}
