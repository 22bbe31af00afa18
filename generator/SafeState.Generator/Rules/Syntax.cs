using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>Questions about syntax that several rules ask.</summary>
internal static class Syntax
{
    /// <summary>The symbol that was found, or those that would be but for an error.</summary>
    public static IReadOnlyList<ISymbol> Meant(this SymbolInfo info) => info.Symbol is { } symbol ? new[] { symbol } : info.CandidateSymbols;

    /// <summary>What stands before the dot of a name: <c>a</c> in <c>a.b</c>, <c>a?.b</c> and the type <c>a.b</c>; null for a name alone.</summary>
    public static ExpressionSyntax? Receiver(this SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression,
        MemberBindingExpressionSyntax binding => binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span))?.Expression,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified.Left,
        _ => null,
    };

    /// <summary>The expression without parentheses and <c>!</c> around it, and of <c>a.b</c> the name <c>b</c>.</summary>
    public static ExpressionSyntax Core(this ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression.Core(),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiving => forgiving.Operand.Core(),
        MemberAccessExpressionSyntax access => access.Name,
        _ => expression,
    };

    /// <summary>The name with what stands before its dot, <c>a.b</c> for <c>b</c>: the node whose parent says how the name is used.</summary>
    public static ExpressionSyntax WithReceiver(this SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        AliasQualifiedNameSyntax qualified when qualified.Name == name => qualified,
        _ => name,
    };

    /// <summary>Whether the name only labels something: an argument, a tuple element, a property of an anonymous object or of an attribute, a member in an initialiser or a pattern.</summary>
    public static bool IsLabel(this SimpleNameSyntax name) =>
        name.Parent is NameColonSyntax or NameEqualsSyntax || name.IsMemberOfInitialiser();

    /// <summary>Whether the name is a member that an object initialiser or a <c>with</c> expression sets.</summary>
    public static bool IsMemberOfInitialiser(this SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;

    /// <summary>Whether the name is a member that a pattern looks into: <c>{ name: … }</c>.</summary>
    public static bool IsMemberOfPattern(this SimpleNameSyntax name) => name.Parent is NameColonSyntax { Parent: SubpatternSyntax };

    /// <summary>
    /// Whether the node is inside the argument of a real <c>nameof</c>, which uses nothing. A method or a delegate of that name may
    /// exist, a <c>dynamic</c> one too: then <c>nameof(x)</c> calls it, as <c>@nameof(x)</c> always does.
    /// </summary>
    public static bool IsInNameof(this SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var ancestor = node.Parent; ancestor is not null and not StatementSyntax and not MemberDeclarationSyntax; ancestor = ancestor.Parent)
        {
            if (ancestor is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" }, ArgumentList.Arguments.Count: 1 } invocation
                && invocation.ArgumentList.Span.Contains(node.Span))
            {
                var called = model.GetSymbolInfo(invocation, cancellationToken);
                return called.Symbol is null && called.CandidateSymbols.IsEmpty && model.LookupSymbols(invocation.SpanStart, name: "nameof").IsEmpty;
            }
        }

        return false;
    }

    /// <summary>Whether a type is the innermost one around the node.</summary>
    public static bool IsDirectlyIn(this SyntaxNode node, TypeDeclarationSyntax type) => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() == type;

    /// <summary>The constructor, method, accessor, lambda or local function whose code the node is, or null.</summary>
    public static SyntaxNode? EnclosingFunction(this SyntaxNode node) => node.Ancestors().FirstOrDefault(ancestor =>
        ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or BasePropertyDeclarationSyntax or TypeDeclarationSyntax);

    /// <summary>The text as a message quotes it: on one line, not too long.</summary>
    public static string Quoted(this SyntaxNode node)
    {
        var text = string.Join(" ", node.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
