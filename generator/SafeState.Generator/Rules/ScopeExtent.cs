using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>The code that runs while a scope is open.</summary>
internal static class ScopeExtent
{
    /// <summary>The body of the <c>using</c> statement, or the statements after the <c>using</c> declaration up to the end of its block.</summary>
    public static IEnumerable<SyntaxNode> Of(VariableDeclaratorSyntax local)
    {
        var statement = local.FirstAncestorOrSelf<StatementSyntax>()!;
        return statement is UsingStatementSyntax { Statement: var body }
            ? [body]
            : Siblings(statement).Where(sibling => sibling.SpanStart > statement.SpanStart);
    }

    /// <summary>Whether <paramref name="node"/> runs while the scope is open, and not in a lambda or a local function, which runs at another time.</summary>
    public static bool Covers(VariableDeclaratorSyntax local, SyntaxNode node) =>
        node.SpanStart > local.SpanStart
        && Of(local).FirstOrDefault(statement => statement.Span.Contains(node.Span)) is { } covering
        && !node.AncestorsAndSelf()
            .TakeWhile(ancestor => ancestor != covering.Parent)
            .Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    /// <summary>
    /// Whether a timed entry has succeeded where <paramref name="node"/> is: in the branch that asked <c>Entered</c>, or after
    /// a statement that left when it had not. Elsewhere the lock may not be held, and run time has to tell.
    /// </summary>
    public static bool IsSurelyEntered(SyntaxNode node, VariableDeclaratorSyntax local)
    {
        var opening = local.FirstAncestorOrSelf<StatementSyntax>()!;
        for (var child = node; child.Parent is { } parent && child != opening; child = parent)
        {
            if (parent is IfStatementSyntax branch && ((branch.Statement == child && IsEntered(branch.Condition, local)) || (branch.Else == child && IsNotEntered(branch.Condition, local))))
            {
                return true;
            }

            if (child is StatementSyntax && Siblings(child).Any(sibling => sibling.SpanStart > local.SpanStart && sibling.SpanStart < child.SpanStart && LeavesUnlessEntered(sibling, local)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<SyntaxNode> Siblings(SyntaxNode statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement),
        _ => [],
    };

    private static bool LeavesUnlessEntered(SyntaxNode statement, VariableDeclaratorSyntax local) =>
        statement is IfStatementSyntax { Else: null } branch
        && IsNotEntered(branch.Condition, local)
        && (branch.Statement is BlockSyntax block ? block.Statements.LastOrDefault() : branch.Statement)
            is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax;

    private static bool IsNotEntered(ExpressionSyntax condition, VariableDeclaratorSyntax local) =>
        condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not && IsEntered(not.Operand, local);

    private static bool IsEntered(ExpressionSyntax condition, VariableDeclaratorSyntax local) =>
        condition is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Entered", Expression: IdentifierNameSyntax scope }
        && scope.Identifier.ValueText == local.Identifier.ValueText;
}
