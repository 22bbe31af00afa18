using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.Generator.Analyzers.Unguarded;

/// <summary>A use of a field after the object, or the type, is constructed.</summary>
/// <param name="Name">The field's name in use.</param>
/// <param name="Member">The method, property or the like that the use is in.</param>
/// <param name="IsChange">Whether the collection is changed.</param>
/// <param name="IsGuarded">Whether a lock is held there, as far as the type shows.</param>
internal sealed record FieldUse(SyntaxNode Name, MemberDeclarationSyntax Member, bool IsChange, bool IsGuarded)
{
    /// <summary>Whether it stands in a <c>lock</c> statement, which leaves no doubt.</summary>
    public bool IsLocked => Name.Ancestors().Any(ancestor => ancestor is LockStatementSyntax);

    public string MemberName => Member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        EventDeclarationSyntax @event => @event.Identifier.ValueText,
        IndexerDeclarationSyntax => "this[]",
        ConstructorDeclarationSyntax => "the constructor",
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables[0].Identifier.ValueText,
        _ => "an operator",
    };
}
