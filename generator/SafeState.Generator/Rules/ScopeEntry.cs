using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE011, first part: every scope is opened by the initialiser of a <c>using</c> local, which alone is sure to close it.</summary>
internal static class ScopeEntry
{
    public static readonly IReadOnlyList<string> Names =
        [GeneratedNames.EnterRead, GeneratedNames.EnterWrite, GeneratedNames.TryEnterRead, GeneratedNames.TryEnterWrite];

    public static void Check(IdentifierNameSyntax name, ReachContext context)
    {
        var local = FindLocal(name);
        if (name.IsLabel()
            || (local is not null && !ScopeUses.MayGoAstray(local, context))
            || Reach.OfMember(name, context.Model, context.CancellationToken) == Reached.Other
            || name.IsInNameof(context.Model, context.CancellationToken))
        {
            return;
        }

        if (local is not null)
        {
            ScopeUses.CheckLocal(local, context);
            return;
        }

        var call = name.WithReceiver();
        var quoted = (call.Parent as InvocationExpressionSyntax ?? call).Quoted();
        context.Report(
            Descriptors.StrayScope,
            name,
            quoted,
            "opens a scope that no 'using' local holds, so nothing is sure to release its lock",
            $"write 'using var state = {call.Quoted()}({(name.Identifier.ValueText.StartsWith("Try", StringComparison.Ordinal) ? "timeout" : "")});'");
    }

    /// <summary>The <c>using</c> local that a call of the name initialises, or null.</summary>
    public static VariableDeclaratorSyntax? FindLocal(IdentifierNameSyntax name)
    {
        var call = name.WithReceiver();
        return call.Parent is InvocationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } } invocation
            && invocation.Expression == call
            && local.Parent?.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword }
                ? local
                : null;
    }
}
