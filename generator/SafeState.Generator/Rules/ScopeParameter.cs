using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>Parameters of lambdas that take their type from a delegate: <c>(in state) => …</c> can receive a scope without naming its type.</summary>
internal static class ScopeParameter
{
    public static bool IsUntypedIn(ParameterSyntax parameter) => parameter.Type is null && parameter.Modifiers.Any(SyntaxKind.InKeyword);

    public static void CheckUntyped(ParameterSyntax parameter, ReachContext context)
    {
        if (context.Model.GetDeclaredSymbol(parameter, context.CancellationToken) is { Type: { Name: GeneratedNames.ReadScope or GeneratedNames.WriteScope } type }
            && (type is IErrorTypeSymbol || (type.ContainingType is { } owner && Reach.Of(owner) != Reached.Other)))
        {
            ScopeUses.CheckParameter(parameter, context);
        }
    }
}
