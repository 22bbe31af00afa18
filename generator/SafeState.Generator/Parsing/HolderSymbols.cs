using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>Answers the first questions about a symbol: is it a holder, which of its fields are state.</summary>
internal static class HolderSymbols
{
    public const string SharedStateAttribute = "SafeState.SharedStateAttribute";
    public const string StateNodeAttribute = "SafeState.StateNodeAttribute";
    public const string StateAttribute = "SafeState.StateAttribute";
    public const string NotStateAttribute = "SafeState.NotStateAttribute";
    public const string ThreadSafeAttribute = "SafeState.ThreadSafeAttribute";

    /// <summary>The prefix of every private generated member; user code may not use it (compared without case).</summary>
    public const string ReservedPrefix = "__safe";

    /// <summary>Nearly every rule asks.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, IReadOnlyList<IFieldSymbol>> StateFieldsOf = new();

    public static bool IsHolder(ITypeSymbol type) => FindAttribute(type, SharedStateAttribute) is not null;

    /// <summary>Whether instances of the type live inside holders.</summary>
    public static bool IsNode(ITypeSymbol type) => FindAttribute(type, StateNodeAttribute) is not null;

    public static AttributeData? FindAttribute(ISymbol symbol, string fullName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && IsNamed(type, fullName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>
    /// The state fields of a holder in declaration order, part by part in the order of their files' names, so that it does
    /// not matter in which order the compiler is given them: every field whose type is a collection or a node, and every field that
    /// is not <c>readonly</c>; for a static class its static fields, otherwise the instance fields. Backing fields the
    /// compiler made (auto-properties, captured parameters) are not among them: SAFE002 speaks of those.
    /// </summary>
    public static IReadOnlyList<IFieldSymbol> StateFields(INamedTypeSymbol holder) => StateFieldsOf.GetValue(holder, FindStateFields);

    /// <summary>All that a node consists of, in the order of <see cref="StateFields"/>: besides its state the fields that its constructor alone sets.</summary>
    public static IEnumerable<IFieldSymbol> NodeFields(INamedTypeSymbol node) => node.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(field => IsState(field, node) || (field is { IsReadOnly: true, IsStatic: false, IsImplicitlyDeclared: false } && FindAttribute(field, NotStateAttribute) is null))
        .OrderBy(field => field.Locations.FirstOrDefault()?.SourceTree?.FilePath, StringComparer.Ordinal);

    /// <summary>All fields, state or not, that somebody has written.</summary>
    public static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsImplicitlyDeclared);

    /// <summary>
    /// Whether a field of this type holds a mutable collection: a supported one, or one that SAFE005 has to refuse.
    /// Immutable, frozen and concurrent collections are values like any other.
    /// </summary>
    public static bool IsCollection(ITypeSymbol type) =>
        CollectionKinds.Find(type) is not null || CollectionKinds.IsUnsupportedCollection(type);

    private static bool IsState(IFieldSymbol field, INamedTypeSymbol holder) =>
        field is { IsImplicitlyDeclared: false, IsConst: false }
        && field.IsStatic == holder.IsStatic
        && (!field.IsReadOnly || IsCollection(field.Type) || IsNode(field.Type))
        && FindAttribute(field, NotStateAttribute) is null
        && !field.Name.StartsWith(ReservedPrefix, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<IFieldSymbol> FindStateFields(INamedTypeSymbol holder) =>
    [
        .. Fields(holder)
            .Where(field => IsState(field, holder))
            .OrderBy(field => field.Locations.FirstOrDefault()?.SourceTree?.FilePath, StringComparer.Ordinal),
    ];

    private static bool IsNamed(INamedTypeSymbol type, string fullName)
    {
        var start = fullName.Length - type.Name.Length;
        return start > 0
            && fullName[start - 1] == '.'
            && fullName.EndsWith(type.Name, StringComparison.Ordinal)
            && type.ContainingType is null
            && type.ContainingNamespace.Is(fullName, start - 1);
    }
}
