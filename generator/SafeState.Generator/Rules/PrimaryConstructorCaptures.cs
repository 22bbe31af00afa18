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

        return
        [
            .. from parameter in constructor.Parameters
               let uses = UsesAfterConstruction(type, parameter, compilation, cancellationToken).ToArray()
               where uses.Length > 0
               select new CapturedParameter(parameter, uses.Any(use => IsWritten(use, parameter.Type.IsValueType))),
        ];
    }

    private static IMethodSymbol? FindPrimaryConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null }));

    private static IEnumerable<IdentifierNameSyntax> UsesAfterConstruction(
        INamedTypeSymbol type, IParameterSymbol parameter, Compilation compilation, CancellationToken cancellationToken) =>
        from reference in type.DeclaringSyntaxReferences
        let declaration = reference.GetSyntax(cancellationToken)
        from use in IdentifierIndex.Find(declaration, parameter.Name)
        where IsInBody(use, declaration) && RefersTo(use, parameter, compilation, cancellationToken)
        select use;

    /// <summary>Whether a name stands in the body of one of the type's own members. Initialisers run inside the constructor, and nested types have no access to its parameters.</summary>
    private static bool IsInBody(SyntaxNode use, SyntaxNode declaration)
    {
        var member = use;
        while (member.Parent != declaration)
        {
            if (member is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax })
            {
                return false;
            }

            member = member.Parent!;
        }

        return member is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseFieldDeclarationSyntax or DelegateDeclarationSyntax);
    }

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
