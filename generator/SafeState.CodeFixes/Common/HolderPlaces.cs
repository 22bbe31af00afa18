using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.CodeFixes.Common;

/// <summary>Which types can become holders, and what has to be partial for it.</summary>
internal static class HolderPlaces
{
    /// <summary>
    /// A record or struct that becomes a class is no longer copied or compared by value, and a <c>file</c> type that becomes
    /// visible may meet another of its name: whether that is meant, only the author knows. An heir of a holder has a lock already.
    /// </summary>
    public static bool CanBecomeHolder(this INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsRecord: false } && !WithTypesAround(type).Any(one => one.IsFileLocal) && !HasHolderAsBase(type);

    /// <summary>A node is a sealed class of its own: what has a base or an heir is not.</summary>
    public static bool CanBecomeNode(this INamedTypeSymbol type, Compilation compilation) =>
        type is { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: false, IsAbstract: false, BaseType.SpecialType: SpecialType.System_Object }
        && !WithTypesAround(type).Any(one => one.IsFileLocal)
        && !type.HasHeirs(compilation);

    /// <summary>Whether a type of the program has this one as its base.</summary>
    public static bool HasHeirs(this INamedTypeSymbol type, Compilation compilation) => compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Any(other => SymbolEqualityComparer.Default.Equals(other.BaseType?.OriginalDefinition, type));

    /// <summary>The declarations of a type and of those around it that are not partial.</summary>
    public static IReadOnlyList<TypeDeclarationSyntax> NotPartial(this INamedTypeSymbol type, CancellationToken cancellationToken) =>
    [
        .. WithTypesAround(type)
            .SelectMany(one => one.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .Where(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)),
    ];

    public static async Task MakePartialAsync(IEnumerable<TypeDeclarationSyntax> declarations, Edits edits)
    {
        foreach (var declaration in declarations)
        {
            await edits.ReplaceAsync(declaration, current => current.With(SyntaxKind.PartialKeyword), "partial").ConfigureAwait(false);
        }
    }

    private static bool HasHolderAsBase(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (HolderSymbols.IsHolder(current))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> WithTypesAround(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }
}
