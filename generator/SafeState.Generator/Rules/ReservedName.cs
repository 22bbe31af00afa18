using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE001: names with the prefix of generated members, used or declared. Whoever can say them can reach state without the lock.</summary>
internal static class ReservedName
{
    /// <summary>The reserved name that a node uses or declares, or null.</summary>
    public static SyntaxToken? Of(SyntaxNode node) =>
        Identifier(node) is { RawKind: not 0 } token && token.ValueText.StartsWith(HolderSymbols.ReservedPrefix, StringComparison.OrdinalIgnoreCase)
            ? token
            : null;

    public static void Report(SyntaxToken name, ReachContext context) => context.Report(
        Descriptors.BehindTheBack,
        name,
        name.ValueText,
        $"begins like the members that only generated code may use ('{HolderSymbols.ReservedPrefix}')",
        "use the holder's facades and scopes, and choose another name for what you declare");

    // By kind first: this is asked of every node of every edited file, and most are none of these.
    private static SyntaxToken Identifier(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.IdentifierName or SyntaxKind.GenericName => ((SimpleNameSyntax)node).Identifier,
        SyntaxKind.VariableDeclarator => ((VariableDeclaratorSyntax)node).Identifier,
        SyntaxKind.Parameter => ((ParameterSyntax)node).Identifier,
        SyntaxKind.MethodDeclaration => ((MethodDeclarationSyntax)node).Identifier,
        SyntaxKind.PropertyDeclaration => ((PropertyDeclarationSyntax)node).Identifier,
        SyntaxKind.EventDeclaration => ((EventDeclarationSyntax)node).Identifier,
        SyntaxKind.EnumMemberDeclaration => ((EnumMemberDeclarationSyntax)node).Identifier,
        SyntaxKind.DelegateDeclaration => ((DelegateDeclarationSyntax)node).Identifier,
        SyntaxKind.SingleVariableDesignation => ((SingleVariableDesignationSyntax)node).Identifier,
        SyntaxKind.TypeParameter => ((TypeParameterSyntax)node).Identifier,
        SyntaxKind.LocalFunctionStatement => ((LocalFunctionStatementSyntax)node).Identifier,
        SyntaxKind.ForEachStatement => ((ForEachStatementSyntax)node).Identifier,
        SyntaxKind.CatchDeclaration => ((CatchDeclarationSyntax)node).Identifier,
        SyntaxKind.TupleElement => ((TupleElementSyntax)node).Identifier,
        SyntaxKind.LabeledStatement => ((LabeledStatementSyntax)node).Identifier,
        SyntaxKind.FromClause => ((FromClauseSyntax)node).Identifier,
        SyntaxKind.LetClause => ((LetClauseSyntax)node).Identifier,
        SyntaxKind.JoinClause => ((JoinClauseSyntax)node).Identifier,
        SyntaxKind.JoinIntoClause => ((JoinIntoClauseSyntax)node).Identifier,
        SyntaxKind.QueryContinuation => ((QueryContinuationSyntax)node).Identifier,
        SyntaxKind.ExternAliasDirective => ((ExternAliasDirectiveSyntax)node).Identifier,
        _ => node is BaseTypeDeclarationSyntax type ? type.Identifier : default,
    };
}
