using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes;

/// <summary>SAFE004: adds <c>partial</c> to a holder and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakePartialFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.HolderShape.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is not TypeDeclarationSyntax declaration
            || finding.Model.GetDeclaredSymbol(declaration, finding.CancellationToken) is not INamedTypeSymbol holder
            || !IsClass(holder))
        {
            yield break;
        }

        var declarations = WithTypesAround(holder)
            .SelectMany(type => type.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(finding.CancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword))
            .ToArray();
        if (declarations.Length > 0)
        {
            yield return new Remedy("partial", $"Make '{declarations[0].Identifier.ValueText}' partial", async edits =>
            {
                foreach (var type in declarations)
                {
                    await edits.ReplaceAsync(type, current => current.With(SyntaxKind.PartialKeyword), "partial").ConfigureAwait(false);
                }
            });
        }
    }

    /// <summary>
    /// A record or struct that becomes a class is no longer copied or compared by value, and a <c>file</c> type that becomes
    /// visible may meet another of its name: whether that is meant, only the author knows.
    /// </summary>
    private static bool IsClass(INamedTypeSymbol holder) =>
        holder is { TypeKind: TypeKind.Class, IsRecord: false } && !WithTypesAround(holder).Any(type => type.IsFileLocal);

    private static IEnumerable<INamedTypeSymbol> WithTypesAround(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }
}
