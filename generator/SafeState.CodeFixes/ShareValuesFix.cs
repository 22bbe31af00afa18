using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;
using SafeState.CodeFixes.Immutability;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes;

/// <summary>SAFE006: the ways out of a value that cannot be shared. Which one is true, only the author knows; so none is made by itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ShareValuesFix : RemedyProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.NotShareable.Id);

    private protected override IEnumerable<Remedy> Find(Finding finding)
    {
        if (finding.Token.Parent is not VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax declaration } declarator
            || finding.Model.GetDeclaredSymbol(declarator, finding.CancellationToken) is not IFieldSymbol field)
        {
            yield break;
        }

        foreach (var type in UnshareableTypes(field, finding))
        {
            if (ImmutableShape.Find(type, finding.Model.Compilation, finding.CancellationToken) is { } shape)
            {
                yield return new Remedy("immutable", $"Make '{type.Name}' immutable", shape.ApplyAsync);
            }

            if (type.CanBecomeNode(finding.Model.Compilation))
            {
                yield return new Remedy("node", $"Let '{type.Name}' live in the holder: [StateNode]", edits => MakeNodeAsync(type, edits));
            }

            yield return new Remedy("threadsafe", $"Mark '{type.Name}' [ThreadSafe]: it synchronises itself", edits => MarkAsync(type, edits, "global::SafeState.ThreadSafe", "threadsafe"));
        }

        // The attribute would vouch for the other fields of the declaration too.
        if (declaration.Declaration.Variables.Count == 1)
        {
            yield return new Remedy("vouch", $"Vouch for the values of '{field.Name}': [State(Values = ValueSharing.ByReference)]", edits => edits.ReplaceAsync(
                declaration, current => current.WithStateArgument("Values", "global::SafeState.ValueSharing.ByReference"), "vouch"));
        }
    }

    /// <summary>The types that others may change, as far as they are declared here.</summary>
    private static IEnumerable<INamedTypeSymbol> UnshareableTypes(IFieldSymbol field, Finding finding)
    {
        var shareability = new Shareability(finding.Model.Compilation, finding.CancellationToken);
        var types = CollectionKinds.Find(field.Type) is null ? ImmutableArray.Create(field.Type) : ((INamedTypeSymbol)field.Type).TypeArguments;
        return types
            .OfType<INamedTypeSymbol>()
            .Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct && ShareableTypes.IsDeclaredInSource(type) && !HolderSymbols.IsCollection(type) && shareability.FindObstacle(type) is not null)
            .Select(type => type.OriginalDefinition);
    }

    /// <summary>What the rules then say about its members is for their own fixes.</summary>
    private static async Task MakeNodeAsync(INamedTypeSymbol type, Edits edits)
    {
        await HolderPlaces.MakePartialAsync(type.NotPartial(edits.CancellationToken), edits).ConfigureAwait(false);
        if (!type.IsSealed && Declaration(type, edits) is { } declaration)
        {
            await edits.ReplaceAsync(declaration, current => current.With(SyntaxKind.SealedKeyword), "sealed").ConfigureAwait(false);
        }

        await MarkAsync(type, edits, "global::SafeState.StateNode", "node").ConfigureAwait(false);
    }

    private static async Task MarkAsync(INamedTypeSymbol type, Edits edits, string attribute, string key)
    {
        if (Declaration(type, edits) is { } declaration)
        {
            await edits.ReplaceAsync(declaration, current => current.WithAttribute(attribute), key).ConfigureAwait(false);
        }
    }

    private static TypeDeclarationSyntax? Declaration(INamedTypeSymbol type, Edits edits) =>
        type.DeclaringSyntaxReferences[0].GetSyntax(edits.CancellationToken) as TypeDeclarationSyntax;
}
