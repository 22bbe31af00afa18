using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>
/// Names that mean something else until the holder's members are generated, and one of these afterwards: members go before what
/// stands outside the class, and before extensions. The rules see the first meaning, the program has the second.
/// </summary>
internal static class Takeover
{
    /// <summary>Whether a holder is about to declare what <paramref name="name"/> will mean instead of <paramref name="meaning"/>.</summary>
    public static bool Awaits(SimpleNameSyntax name, ISymbol meaning, SemanticModel model, CancellationToken cancellationToken) =>
        FindHolder(name, meaning, model, cancellationToken) is not null;

    /// <summary>The holder that is about to declare what <paramref name="name"/> will mean instead of <paramref name="meaning"/>, or null.</summary>
    public static INamedTypeSymbol? FindHolder(SimpleNameSyntax name, ISymbol meaning, SemanticModel model, CancellationToken cancellationToken)
    {
        if (IsOfFunction(meaning, name, cancellationToken) || name.Parent is AliasQualifiedNameSyntax)
        {
            return null;
        }

        return name.Receiver() is { } receiver
            ? IsExtension(meaning) ? FindDeclaring(model.GetTypeInfo(receiver, cancellationToken).Type, name) : null
            : FindAround(name, meaning, model, cancellationToken);
    }

    /// <summary>Whether a member extends a type from outside.</summary>
    public static bool IsExtension(ISymbol member) =>
        member is IMethodSymbol { ReducedFrom: not null } or { ContainingType.CanBeReferencedByName: false };

    /// <summary>The types around the name, from the inside out, up to the one that declares what the name means now.</summary>
    private static INamedTypeSymbol? FindAround(SimpleNameSyntax name, ISymbol meaning, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var declaration in name.Ancestors().OfType<TypeDeclarationSyntax>().Where(type => name.SpanStart > type.Identifier.SpanStart))
        {
            if (model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
            {
                continue;
            }

            if (IsDeclaredIn(meaning, type))
            {
                return null;
            }

            if (FindDeclaring(type, name) is { } holder)
            {
                return holder;
            }
        }

        return null;
    }

    // A parameter that gets here is a primary constructor's, and gives way to the members of its own type.
    private static bool IsDeclaredIn(ISymbol meaning, INamedTypeSymbol type)
    {
        for (var current = meaning is IParameterSymbol ? null : type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, meaning.ContainingType?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? FindDeclaring(ITypeSymbol? type, SimpleNameSyntax name)
    {
        type = type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.FirstOrDefault(constraint => Reach.FindHolder(constraint) is not null) : type;
        return Reach.FindHolder(type)?.OriginalDefinition is { DeclaringSyntaxReferences.IsEmpty: false } holder
            && WillDeclare(holder, name.Identifier.ValueText, toHeirs: !SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, holder))
                ? holder
                : null;
    }

    private static bool WillDeclare(INamedTypeSymbol holder, string name, bool toHeirs)
    {
        var options = HolderOptions.Of(holder);
        return GeneratedNames.OfScopes.Contains(name)
            ? !toHeirs || options.ScopeVisibility != Model.Visibility.Private
            : GeneratedNames.Fixed(holder).Contains(name)
                || HolderSymbols.StateFields(holder).Any(field => StateOptions.Of(field).Access != Model.Access.None && GeneratedNames.Of(field).Contains(name));
    }

    /// <summary>What a function declares goes before members; so do the parameters of a primary constructor in its initialisers, but nowhere else.</summary>
    private static bool IsOfFunction(ISymbol meaning, SyntaxNode name, CancellationToken cancellationToken) => meaning switch
    {
        ILocalSymbol or IRangeVariableSymbol or ILabelSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } or ITypeParameterSymbol { DeclaringMethod: not null } => true,
        IParameterSymbol parameter => name.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseFieldDeclarationSyntax or BaseTypeDeclarationSyntax || !parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken).Parent?.Parent is TypeDeclarationSyntax),
        _ => false,
    };
}
