using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Analyzers.Blocking;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>Decides whether a scope may be put around code.</summary>
internal sealed class Holding(HolderAccess access, Reentry reentry)
{
    private const LanguageVersion CSharp13 = (LanguageVersion)1300;

    /// <summary>Whether nothing in the code speaks against it: what the language refuses, other locks, code that comes back, code that runs later.</summary>
    public bool IsPossible(Extent extent, IReadOnlyList<Touch> touches)
    {
        var function = touches[0].Target.EnclosingFunction()!;
        return !Nodes(extent).Any(node => IsRefused(node) || (access.Find(node) is { } touch && !touches.Contains(touch)))
            && !extent.Code.Any(reentry.IsPossibleIn)
            && !(IsOlderThanCSharp13(function) && (ExtentFinder.IsAsync(function) || function.DescendantNodes().Any(node => node is YieldStatementSyntax)));
    }

    /// <summary>
    /// Whether code that took no lock may take one. Not if it waits for something, least of all for a change that others cannot make
    /// while it holds the lock.
    /// </summary>
    public bool IsWise(Extent extent) => !Nodes(extent).Any(node => IsEndless(node) || IsBlocking(node));

    private static IEnumerable<SyntaxNode> Nodes(Extent extent) => extent.Code.SelectMany(code => code.DescendantNodesAndSelf());

    private static bool IsRefused(SyntaxNode node) => node is AwaitExpressionSyntax or YieldStatementSyntax or LockStatementSyntax or GotoStatementSyntax
        or ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
        or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }
        or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 };

    /// <summary>A loop that goes on until something changes that it does not change itself.</summary>
    private bool IsEndless(SyntaxNode node) => node switch
    {
        WhileStatementSyntax loop => !IsDrivenBy(loop.Condition, loop),
        DoStatementSyntax loop => !IsDrivenBy(loop.Condition, loop),
        ForStatementSyntax loop => loop.Condition is null,
        _ => false,
    };

    private bool IsDrivenBy(ExpressionSyntax condition, SyntaxNode loop)
    {
        var changed = new HashSet<ISymbol>(
            loop.DescendantNodes().Select(access.Find).Where(touch => touch is not null && access.WordingOf(touch) is { IsWrite: true }).Select(touch => touch!.Field),
            SymbolEqualityComparer.Default);
        return condition.DescendantNodesAndSelf().Select(access.Find).Any(touch => touch is not null && changed.Contains(touch.Field));
    }

    private bool IsBlocking(SyntaxNode node) =>
        node is InvocationExpressionSyntax or MemberAccessExpressionSyntax
        && access.Context.ModelOf(node).GetOperation(node) is { } operation
        && BlockingCalls.Contains(operation);

    private static bool IsOlderThanCSharp13(SyntaxNode node) => node.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < CSharp13 };
}
