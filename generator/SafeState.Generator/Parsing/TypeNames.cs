using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Parsing;

/// <summary>Writes types the way generated code names them: independent of usings and of whatever else is in scope.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat QualifiedFormat = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat NamespaceFormat = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(
        SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat MessageFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary><c>global::System.Collections.Generic.List&lt;string?&gt;</c>, keywords escaped.</summary>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(QualifiedFormat);

    /// <summary>The namespace as a declaration names it; an empty string for the global one.</summary>
    public static string Namespace(INamespaceSymbol @namespace) => @namespace.IsGlobalNamespace ? string.Empty : @namespace.ToDisplayString(NamespaceFormat);

    /// <summary>Name and containing types, as a message shows them.</summary>
    public static string Message(INamedTypeSymbol type) => type.ToDisplayString(MessageFormat);

    /// <summary>The identifier as code has to write it.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;
}
