using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>Recognises the holder's own scopes by their text alone, so that the code around <c>state.Clients</c> need not be bound.</summary>
internal sealed class OwnScopes(TypeDeclarationSyntax holder)
{
    private readonly Dictionary<VariableDeclaratorSyntax, bool> _judged = [];
    private readonly Dictionary<string, bool> _declared = [];

    /// <summary>
    /// Whether an expression is surely a local that holds a scope of the holder: in the holder's own code, not in a lambda or a
    /// local function, opened by bare name or through <c>this</c>. The member goes before everything outside the holder, and nothing inside goes by its name.
    /// </summary>
    public bool Contain(ExpressionSyntax expression)
    {
        if (expression is not IdentifierNameSyntax { Identifier.ValueText: var name })
        {
            return false;
        }

        SyntaxNode node = expression;
        for (; node.Parent is { } parent; node = parent)
        {
            var found = parent switch
            {
                BlockSyntax block => Find(name, block.Statements, node),
                SwitchSectionSyntax section => Find(name, section.Statements, node),
                UsingStatementSyntax statement when node == statement.Statement => Find(name, statement.Declaration),
                _ => null,
            };
            if (found is not null)
            {
                return IsOpened(found);
            }

            if (parent is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
            {
                return false;
            }
        }

        return false;
    }

    private static VariableDeclaratorSyntax? Find(string name, SyntaxList<StatementSyntax> statements, SyntaxNode before)
    {
        foreach (var statement in statements)
        {
            if (statement == before)
            {
                return null;
            }

            if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } local && Find(name, local.Declaration) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static VariableDeclaratorSyntax? Find(string name, VariableDeclarationSyntax? declaration) =>
        declaration is { Type.IsVar: true, Variables: { Count: 1 } variables } && variables[0].Identifier.ValueText == name ? variables[0] : null;

    private bool IsOpened(VariableDeclaratorSyntax local)
    {
        if (!_judged.TryGetValue(local, out var isOpened))
        {
            _judged.Add(local, isOpened = IsOpenedByName(local) && local.IsDirectlyIn(holder));
        }

        return isOpened;
    }

    private bool IsOpenedByName(VariableDeclaratorSyntax local) =>
        local.Initializer?.Value is InvocationExpressionSyntax { Expression: var opened }
        && (opened is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access ? access.Name : opened) is IdentifierNameSyntax { Identifier.ValueText: var entry }
        && ScopeEntry.Names.Contains(entry)
        && !MayDeclare(entry);

    private bool MayDeclare(string entry)
    {
        if (!_declared.TryGetValue(entry, out var mayDeclare))
        {
            _declared.Add(entry, mayDeclare = IdentifierIndex.MayDeclare(holder, entry));
        }

        return mayDeclare;
    }
}
