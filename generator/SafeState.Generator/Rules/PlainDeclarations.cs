using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Rules;

/// <summary>
/// Recognises by their text alone the types that most values have: records, and sealed classes and structs, of numbers and strings. To
/// ask the compiler for their members means to have it make all of them.
/// </summary>
internal static class PlainDeclarations
{
    /// <summary>Whether a type may have a base class or interfaces of its author's choice.</summary>
    public static bool MayHaveBases(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty || type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is not TypeDeclarationSyntax { BaseList: null });

    /// <summary>
    /// Whether all that instances of a type consist of is spelled as keywords, <c>int</c> or <c>string?</c>, and never assigned after
    /// construction; the fields of a struct may be, since everybody has a copy. If not, the type's members will tell.
    /// </summary>
    public static bool HasPlainFieldsOnly(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        (type.IsSealed || type.IsRecord)
        && !MayHaveBases(type)
        && type.DeclaringSyntaxReferences.All(reference => IsPlain((TypeDeclarationSyntax)reference.GetSyntax(cancellationToken), type.TypeKind == TypeKind.Struct));

    private static bool IsPlain(TypeDeclarationSyntax declaration, bool isStruct) =>
        (declaration.ParameterList is not { } list || (declaration is RecordDeclarationSyntax && list.Parameters.All(parameter => IsKeyword(parameter.Type))))
        && declaration.Members.All(member => IsPlain(member, isStruct));

    private static bool IsPlain(MemberDeclarationSyntax member, bool isStruct) => member switch
    {
        BaseMethodDeclarationSyntax or BaseTypeDeclarationSyntax or DelegateDeclarationSyntax => true,
        FieldDeclarationSyntax field => Is(field, SyntaxKind.ConstKeyword) || Is(field, SyntaxKind.StaticKeyword)
            || ((isStruct || Is(field, SyntaxKind.ReadOnlyKeyword)) && !Is(field, SyntaxKind.FixedKeyword) && IsKeyword(field.Declaration.Type)),
        PropertyDeclarationSyntax property => Is(property, SyntaxKind.StaticKeyword) || !MayKeepValue(property)
            || ((isStruct || !IsSettable(property)) && IsKeyword(property.Type)),
        _ => false,
    };

    /// <summary>Whether a property may have a field behind it: it says so with <c>field</c>, or by leaving an accessor to the compiler.</summary>
    private static bool MayKeepValue(PropertyDeclarationSyntax property) =>
        IdentifierIndex.MayContain(property, "field")
        || property.AccessorList?.Accessors.Any(accessor => accessor is { Body: null, ExpressionBody: null }) == true;

    private static bool IsSettable(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) == true;

    private static bool Is(MemberDeclarationSyntax member, SyntaxKind modifier) => member.Modifiers.Any(modifier);

    private static bool IsKeyword(TypeSyntax? type) => type switch
    {
        PredefinedTypeSyntax predefined => !predefined.Keyword.IsKind(SyntaxKind.ObjectKeyword),
        NullableTypeSyntax nullable => IsKeyword(nullable.ElementType),
        _ => false,
    };
}
