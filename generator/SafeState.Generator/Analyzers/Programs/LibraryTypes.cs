using Microsoft.CodeAnalysis;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>Recognises what code works with: the library's facades and views, and what is generated for holders.</summary>
internal static class LibraryTypes
{
    public const string Assembly = "SafeState";

    /// <summary>The family of a facade, that is of a class that derives from one of the library's; otherwise null.</summary>
    public static Family? FacadeFamily(ITypeSymbol? type)
    {
        for (; type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (IsOfLibrary(type) && type.Name.EndsWith("Facade", StringComparison.Ordinal))
            {
                return FamilyOf(type.Name);
            }
        }

        return null;
    }

    /// <summary>The holder of a facade, or null for any other type.</summary>
    public static INamedTypeSymbol? HolderOfFacade(ITypeSymbol? type) =>
        type?.ContainingType is { } holder && FacadeFamily(type) is not null && HolderSymbols.IsHolder(holder) ? holder : null;

    /// <summary>The family of a view inside a scope; otherwise null.</summary>
    public static Family? ViewFamily(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Struct }
        && IsOfLibrary(type)
        && (type.Name.EndsWith("Reader", StringComparison.Ordinal) || type.Name.EndsWith("Editor", StringComparison.Ordinal))
            ? FamilyOf(type.Name)
            : null;

    /// <summary>The holder of a scope type, or null for any other type.</summary>
    public static INamedTypeSymbol? HolderOfScope(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Struct, Name: GeneratedNames.ReadScope or GeneratedNames.WriteScope, ContainingType: { } holder } && HolderSymbols.IsHolder(holder)
            ? holder
            : null;

    /// <summary>The holder whose scope a call opens, or null for any other call.</summary>
    public static INamedTypeSymbol? HolderOfEntry(IMethodSymbol method) =>
        method.Name is GeneratedNames.EnterRead or GeneratedNames.EnterWrite or GeneratedNames.TryEnterRead or GeneratedNames.TryEnterWrite
            ? HolderOfScope(method.ReturnType)
            : null;

    /// <summary>Whether a property is the generated getter of a scalar, which takes the lock.</summary>
    public static bool IsScalar(IPropertySymbol property) =>
        !property.IsIndexer
        && property.Name is not (GeneratedNames.Version or GeneratedNames.IsFrozen)
        && property.ContainingType is { TypeKind: TypeKind.Class } type
        && HolderSymbols.IsHolder(type)
        && FacadeFamily(property.Type) is null
        && IsGenerated(property);

    public static bool IsGenerated(ISymbol member) => member.OriginalDefinition.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0].Value is "SafeState.Generator");

    private static bool IsOfLibrary(ITypeSymbol type) => type.ContainingAssembly?.Name == Assembly;

    private static Family? FamilyOf(string name) =>
        name.Contains("Map") ? Family.Map
        : name.Contains("Set") ? Family.Set
        : name.Contains("List") ? Family.List
        : name.Contains("Queue") ? Family.Queue
        : null;
}
