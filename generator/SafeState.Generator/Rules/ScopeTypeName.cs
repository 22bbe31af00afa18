using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>SAFE011, third part: the name of a scope type appears only as the type of an <c>in</c> parameter. Without it a scope can be neither declared, returned, kept nor made.</summary>
internal static class ScopeTypeName
{
    public static void Check(IdentifierNameSyntax name, ReachContext context)
    {
        if (!IsScopeType(name, context))
        {
            return;
        }

        if (name.WithReceiver().Parent is ParameterSyntax { Default: null } parameter && parameter.Modifiers.Any(SyntaxKind.InKeyword))
        {
            ScopeUses.CheckParameter(parameter, context);
            return;
        }

        context.Report(
            Descriptors.StrayScope,
            name,
            name.Identifier.ValueText,
            "names a scope's type, and with it a scope could be declared, kept, returned or made up",
            $"open a scope with 'using var', and pass it on as an 'in {name.Identifier.ValueText}' parameter without default");
    }

    private static bool IsScopeType(IdentifierNameSyntax name, ReachContext context) => context.Meant(name) switch
    {
        IErrorTypeSymbol or null => MayNameType(name, context),
        INamedTypeSymbol { ContainingType: { } owner } when Reach.Of(owner) != Reached.Other => true,
        { } other => Takeover.Awaits(name, other, context.Model, context.CancellationToken) && MayNameType(name, context),
    };

    private static bool MayNameType(IdentifierNameSyntax name, ReachContext context) => name.Receiver() is { } receiver
        ? IsTypeName(receiver, name, context)
        : SyntaxFacts.IsInTypeOnlyContext(name) && !name.IsLabel();

    /// <summary>A qualifier leads to a scope type when it is a holder's name; where only a type can stand, an unknown name counts too.</summary>
    private static bool IsTypeName(ExpressionSyntax qualifier, IdentifierNameSyntax name, ReachContext context) =>
        context.Model.GetSymbolInfo(qualifier, context.CancellationToken).Symbol switch
        {
            IErrorTypeSymbol or null => name.Parent is QualifiedNameSyntax,
            INamedTypeSymbol type => Reach.Of(type) != Reached.Other,
            _ => false,
        };
}
