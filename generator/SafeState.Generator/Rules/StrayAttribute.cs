using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE010: <c>[State]</c> or <c>[NotState]</c> in a type that is no holder, perhaps no longer.</summary>
internal static class StrayAttribute
{
    public static bool IsCandidate(AttributeSyntax attribute) => NameOf(attribute) is "State" or "StateAttribute" or "NotState" or "NotStateAttribute";

    public static void Check(AttributeSyntax attribute, ReachContext context)
    {
        if (IsCandidate(attribute)
            && Target(attribute.Parent?.Parent) is { } target
            && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            && context.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is INamedTypeSymbol type
            && !HolderSymbols.IsHolder(type)
            && !HolderSymbols.IsNode(type)
            && context.Model.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { Name: var name, ContainingNamespace: { Name: "SafeState", ContainingNamespace.IsGlobalNamespace: true } })
        {
            context.Report(
                Descriptors.MeaninglessAttribute,
                target,
                name.Substring(0, name.Length - nameof(Attribute).Length),
                target.ValueText,
                $"'{Describe.Name(type)}' is not a holder of shared state",
                "put [SharedState] on that, or remove the attribute");
        }
    }

    private static SyntaxToken? Target(SyntaxNode? member) => member switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        _ => null,
    };

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax name => name.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax name => name.Name.Identifier.ValueText,
        _ => "",
    };
}
