using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes;

/// <summary>SAFE002: a parameter of a primary constructor that members go on using is kept in a private field, a collection as a copy.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class KeepParameterFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.StateNotPrivate.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is not ParameterSyntax { Parent.Parent: TypeDeclarationSyntax declaration } parameter
            || finding.Model.GetDeclaredSymbol(parameter, finding.CancellationToken) is not IParameterSymbol { RefKind: RefKind.None } symbol
            || finding.Model.GetDeclaredSymbol(declaration, finding.CancellationToken) is not INamedTypeSymbol holder
            || declaration.Members.Count == 0)
        {
            yield break;
        }

        var field = HolderMembers.FieldName(symbol);
        var kind = CollectionKinds.Find(symbol.Type);
        // A copy of a collection of collections would still hold those of somebody else, and of other collections nothing can be said.
        var isUnclear = kind is null ? HolderSymbols.IsCollection(symbol.Type) : ((INamedTypeSymbol)symbol.Type).TypeArguments.Any(HolderSymbols.IsCollection);
        if (isUnclear || !holder.GetMembers(field).IsEmpty || parameter.Type is null)
        {
            yield break;
        }

        var value = kind switch
        {
            null => symbol.Name,
            CollectionKind.List or CollectionKind.Queue => $"new({symbol.Name})",
            _ => $"new({symbol.Name}, {symbol.Name}.Comparer)",
        };
        var uses = References.To(symbol, finding.Model.Compilation, finding.CancellationToken).Where(IsInBody).ToArray();
        yield return new Remedy("keep", $"Keep it in the private field '{field}'", async edits =>
        {
            foreach (var use in uses)
            {
                await edits.ReplaceAsync(use, current => SyntaxFactory.IdentifierName(field).WithTriviaFrom(current)).ConfigureAwait(false);
            }

            await edits.ReplaceAsync(declaration, current => WithField(current, $"private {(kind is null ? "" : "readonly ")}{parameter.Type} {field} = {value};"), field).ConfigureAwait(false);
        });
    }

    /// <summary>In front of the other members.</summary>
    private static TypeDeclarationSyntax WithField(TypeDeclarationSyntax type, string text)
    {
        var field = SyntaxFactory.ParseMemberDeclaration(text)!
            .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
            .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return type.WithMembers(type.Members.Insert(0, field));
    }

    /// <summary>Initialisers and the call of the base constructor run once, and may use the parameter itself.</summary>
    private static bool IsInBody(SimpleNameSyntax name) =>
        name.EnclosingFunction() is not (null or TypeDeclarationSyntax)
        && name.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is not { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } };
}
