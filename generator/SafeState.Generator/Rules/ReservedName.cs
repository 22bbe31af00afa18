using Microsoft.CodeAnalysis;
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

    private static SyntaxToken Identifier(SyntaxNode node) => node switch
    {
        SimpleNameSyntax name => name.Identifier,
        BaseTypeDeclarationSyntax type => type.Identifier,
        DelegateDeclarationSyntax type => type.Identifier,
        MethodDeclarationSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        EventDeclarationSyntax member => member.Identifier,
        EnumMemberDeclarationSyntax member => member.Identifier,
        VariableDeclaratorSyntax variable => variable.Identifier,
        SingleVariableDesignationSyntax variable => variable.Identifier,
        ParameterSyntax parameter => parameter.Identifier,
        TypeParameterSyntax parameter => parameter.Identifier,
        LocalFunctionStatementSyntax function => function.Identifier,
        ForEachStatementSyntax loop => loop.Identifier,
        CatchDeclarationSyntax variable => variable.Identifier,
        TupleElementSyntax element => element.Identifier,
        LabeledStatementSyntax label => label.Identifier,
        FromClauseSyntax variable => variable.Identifier,
        LetClauseSyntax variable => variable.Identifier,
        JoinClauseSyntax variable => variable.Identifier,
        JoinIntoClauseSyntax variable => variable.Identifier,
        QueryContinuationSyntax variable => variable.Identifier,
        ExternAliasDirectiveSyntax alias => alias.Identifier,
        _ => default,
    };
}
