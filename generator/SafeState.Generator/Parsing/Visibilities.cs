using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>Finds how visible a generated member may be without exposing a type that is less visible (CS0050 and its siblings).</summary>
internal static class Visibilities
{
    /// <summary>The widest visibility of a member of <paramref name="holder"/> whose signature names <paramref name="type"/>.</summary>
    public static Visibility Widest(ITypeSymbol type, INamedTypeSymbol holder) => type switch
    {
        IArrayTypeSymbol array => Widest(array.ElementType, holder),
        IPointerTypeSymbol pointer => Widest(pointer.PointedAtType, holder),
        INamedTypeSymbol named => WidestOfNamed(named, holder),
        _ => Visibility.Public,
    };

    /// <summary>Whether the field's type is private to a holder whose scopes are not: no property of such a scope can show it.</summary>
    public static bool IsOutOfReachOfScopes(IFieldSymbol field, INamedTypeSymbol holder) =>
        HolderOptions.Of(holder).ScopeVisibility != Visibility.Private && Widest(field.Type, holder) == Visibility.Private;

    private static Visibility WidestOfNamed(INamedTypeSymbol type, INamedTypeSymbol holder)
    {
        var widest = Visibility.Public;
        for (var part = type; part is not null; part = part.ContainingType)
        {
            widest = Narrower(widest, Allowed(part, holder));
            foreach (var argument in part.TypeArguments)
            {
                widest = Narrower(widest, Widest(argument, holder));
            }
        }

        return widest;
    }

    private static Visibility Allowed(INamedTypeSymbol type, INamedTypeSymbol holder) => type.DeclaredAccessibility switch
    {
        Accessibility.Public or Accessibility.NotApplicable => Visibility.Public,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => IsHidden(holder) ? Visibility.Public : Visibility.Internal,
        _ => IsConfinedTo(type.ContainingType, holder) ? Visibility.Public : Visibility.Private,
    };

    /// <summary>Whether no other assembly can see the holder.</summary>
    private static bool IsHidden(INamedTypeSymbol holder) => WithContainingTypes(holder).Any(type =>
        type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal);

    /// <summary>Whether the holder is visible nowhere but inside <paramref name="scope"/>, where a type private to it is visible too.</summary>
    private static bool IsConfinedTo(INamedTypeSymbol? scope, INamedTypeSymbol holder) => WithContainingTypes(holder).Any(type =>
        type.DeclaredAccessibility == Accessibility.Private
        && WithContainingTypes(type.ContainingType).Contains(scope, SymbolEqualityComparer.Default));

    private static IEnumerable<INamedTypeSymbol> WithContainingTypes(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type.OriginalDefinition;
        }
    }

    private static Visibility Narrower(Visibility left, Visibility right) => left < right ? left : right;
}
