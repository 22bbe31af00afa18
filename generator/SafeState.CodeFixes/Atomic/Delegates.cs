using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Atomic;

/// <summary>Which expressions may become the body of a delegate that a facade calls.</summary>
internal static class Delegates
{
    /// <summary>Whether the expression means the same in a lambda: it neither waits nor declares a name for others, nor uses a reference.</summary>
    public static bool CanBeLambda(ExpressionSyntax body, Finding finding) => !body.DescendantNodesAndSelf().Any(node =>
        node is AwaitExpressionSyntax or DeclarationExpressionSyntax or DeclarationPatternSyntax or ThrowExpressionSyntax or StackAllocArrayCreationExpressionSyntax
            or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
        || (node is IdentifierNameSyntax name && finding.Model.GetSymbolInfo(name).Symbol is IParameterSymbol { RefKind: not RefKind.None } or ILocalSymbol { RefKind: not RefKind.None }));

    /// <summary>
    /// Whether the expression may run under the write lock: it calls nothing of the project, which may come back to the holder, and uses
    /// nothing that is generated.
    /// </summary>
    public static bool IsHarmlessUnderLock(ExpressionSyntax body, Finding finding) => CanBeLambda(body, finding) && !body.DescendantNodesAndSelf().Any(node => node switch
    {
        InvocationExpressionSyntax call => finding.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { MethodKind: not MethodKind.DelegateInvoke } method || ShareableTypes.IsDeclaredInSource(method),
        BaseObjectCreationExpressionSyntax creation => finding.Model.GetSymbolInfo(creation).Symbol is not { } constructor || ShareableTypes.IsDeclaredInSource(constructor) && !IsRecord(constructor),
        SimpleNameSyntax name => finding.Model.GetSymbolInfo(name).Symbol is IPropertySymbol property && property.ContainingType is { } type && (Generator.Parsing.HolderSymbols.IsHolder(type) || type.ContainingNamespace.ToDisplayString() == "SafeState"),
        _ => false,
    });

    private static bool IsRecord(ISymbol constructor) => constructor.ContainingType.IsRecord;
}
