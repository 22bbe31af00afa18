using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>A primary constructor's parameter that members use after construction: the compiler makes a hidden, assignable field of it.</summary>
internal sealed record CapturedParameter(IParameterSymbol Symbol, bool IsWritten);

/// <summary>Finds the captured parameters of a type, which no member list shows.</summary>
internal static class PrimaryConstructorCaptures
{
    public static IReadOnlyList<CapturedParameter> Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type.IsRecord || FindPrimaryConstructor(type, cancellationToken) is not { Parameters.Length: > 0 } constructor)
        {
            return [];
        }

        var captured = new Dictionary<string, CapturedParameter>(StringComparer.Ordinal);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration)
            {
                foreach (var use in UsesAfterConstruction(declaration))
                {
                    var parameter = constructor.Parameters.FirstOrDefault(parameter => parameter.Name == use.Identifier.ValueText);
                    if (parameter is not null && RefersTo(use, parameter, compilation, cancellationToken))
                    {
                        var isWritten = IsWritten(use, parameter.Type.IsValueType) || (captured.TryGetValue(parameter.Name, out var known) && known.IsWritten);
                        captured[parameter.Name] = new CapturedParameter(parameter, isWritten);
                    }
                }
            }
        }

        return [.. constructor.Parameters.Where(parameter => captured.ContainsKey(parameter.Name)).Select(parameter => captured[parameter.Name])];
    }

    private static IMethodSymbol? FindPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null }));

    /// <summary>The names in the bodies of a type's own members. Initialisers run inside the constructor and nested types have no access to its parameters.</summary>
    private static IEnumerable<IdentifierNameSyntax> UsesAfterConstruction(TypeDeclarationSyntax declaration) => declaration.Members
        .Where(member => member is not (BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax or DelegateDeclarationSyntax))
        .SelectMany(member => member.DescendantNodes(node => node is not EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }))
        .OfType<IdentifierNameSyntax>();

    /// <summary>A project seen through a reference has trees that cannot be bound here: a name that matches counts.</summary>
    private static bool RefersTo(IdentifierNameSyntax use, IParameterSymbol parameter, Compilation compilation, CancellationToken cancellationToken) =>
        !compilation.ContainsSyntaxTree(use.SyntaxTree)
        || SymbolEqualityComparer.Default.Equals(
            compilation.GetSemanticModel(use.SyntaxTree).GetSymbolInfo(use, cancellationToken).Symbol?.OriginalDefinition,
            parameter.OriginalDefinition);

    /// <summary>Whether the expression is assigned, or handed to somebody who may. Assigning a member changes the parameter only if that is a struct.</summary>
    private static bool IsWritten(ExpressionSyntax expression, bool isStruct) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax parent => IsWritten(parent, isStruct),
        AssignmentExpressionSyntax parent => parent.Left == expression,
        PostfixUnaryExpressionSyntax parent => !parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) || IsWritten(parent, isStruct),
        PrefixUnaryExpressionSyntax parent =>
            parent.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
        RefExpressionSyntax => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsWritten(tuple, isStruct),
        ArgumentSyntax parent => parent.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword,
        MemberAccessExpressionSyntax parent => isStruct && parent.Expression == expression && IsWritten(parent, isStruct),
        _ => false,
    };
}
