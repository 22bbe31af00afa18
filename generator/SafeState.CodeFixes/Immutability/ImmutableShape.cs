using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;
using SafeState.Generator.Rules;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Immutability;

/// <summary>What it takes to make a class immutable: seal it, and take away the setters that nobody uses once an object is made.</summary>
internal sealed class ImmutableShape
{
    private readonly TypeDeclarationSyntax _declaration;
    private readonly IReadOnlyList<FieldDeclarationSyntax> _fields;
    private readonly IReadOnlyList<AccessorDeclarationSyntax> _setters;
    private readonly bool _isSealed;

    private ImmutableShape(TypeDeclarationSyntax declaration, IReadOnlyList<FieldDeclarationSyntax> fields, IReadOnlyList<AccessorDeclarationSyntax> setters, bool isSealed)
    {
        _declaration = declaration;
        _fields = fields;
        _setters = setters;
        _isSealed = isSealed;
    }

    /// <summary>Null where more than modifiers would have to change: the type of a member, a base class, an heir, or code that changes an object that is there already.</summary>
    public static ImmutableShape? Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (type is not { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object, DeclaringSyntaxReferences.Length: 1 }
            || type.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not TypeDeclarationSyntax { ParameterList: null } declaration
            || type.HasHeirs(compilation))
        {
            return null;
        }

        var shareability = new Shareability(compilation, cancellationToken);
        var fields = new List<FieldDeclarationSyntax>();
        var setters = new List<AccessorDeclarationSyntax>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && field.AssociatedSymbol is not IEventSymbol))
        {
            if (shareability.FindObstacle(field.Type) is not null)
            {
                return null;
            }

            if (field.IsReadOnly)
            {
                continue;
            }

            var member = field.AssociatedSymbol ?? field;
            if (References.To(member, compilation, cancellationToken).Any(name => name.IsWritten() && !IsInConstruction(name, type, isProperty: member is IPropertySymbol, compilation, cancellationToken)))
            {
                return null;
            }

            switch (member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken))
            {
                case PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }:
                    setters.AddRange(accessors.Where(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)));
                    break;
                // All variables of a declaration become read-only together.
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } one }:
                    fields.Add(one);
                    break;
                default:
                    return null;
            }
        }

        return new ImmutableShape(declaration, fields, setters, type.IsSealed);
    }

    public async Task ApplyAsync(Edits edits)
    {
        foreach (var field in _fields)
        {
            await edits.ReplaceAsync(field, current => current.AddModifiers(Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(Space)), "immutable").ConfigureAwait(false);
        }

        foreach (var setter in _setters)
        {
            await edits.ReplaceAsync(
                setter,
                current => AccessorDeclaration(SyntaxKind.InitAccessorDeclaration, current.AttributeLists, default, Token(SyntaxKind.InitKeyword), null, null, current.SemicolonToken)
                    .WithModifiers(current.Modifiers)
                    .WithTriviaFrom(current),
                "immutable").ConfigureAwait(false);
        }

        if (!_isSealed)
        {
            await edits.ReplaceAsync(_declaration, current => current.With(SyntaxKind.SealedKeyword), "sealed").ConfigureAwait(false);
        }
    }

    /// <summary>Whether the object is being made: in its constructor, or in an initialiser, which may give a property its value.</summary>
    private static bool IsInConstruction(SimpleNameSyntax name, INamedTypeSymbol type, bool isProperty, Compilation compilation, CancellationToken cancellationToken) =>
        name.IsMemberOfInitialiser()
            ? isProperty && name.Parent?.Parent?.Parent is BaseObjectCreationExpressionSyntax or WithExpressionSyntax
            : name.EnclosingFunction() is ConstructorDeclarationSyntax constructor
                && (name.Receiver() is null or ThisExpressionSyntax)
                && SymbolEqualityComparer.Default.Equals(compilation.GetSemanticModel(constructor.SyntaxTree).GetDeclaredSymbol(constructor, cancellationToken)?.ContainingType, type);
}
