using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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

            yield return new Remedy("threadsafe", $"Mark '{type.Name}' [ThreadSafe]: it synchronises itself", edits => MarkAsync(type, edits));
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

    private static async Task MarkAsync(INamedTypeSymbol type, Edits edits)
    {
        if (type.DeclaringSyntaxReferences[0].GetSyntax(edits.CancellationToken) is TypeDeclarationSyntax declaration)
        {
            await edits.ReplaceAsync(declaration, current => current.WithAttribute("global::SafeState.ThreadSafe"), "threadsafe").ConfigureAwait(false);
        }
    }
}
