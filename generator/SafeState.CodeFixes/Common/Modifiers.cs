using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Common;

/// <summary>Adds modifiers and attributes to declarations, whose comments and places stay as they are.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] Accessibilities =
        [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword];

    /// <summary>The modifier in the last place before the keyword of a type; <c>partial</c> goes behind all others.</summary>
    public static TypeDeclarationSyntax With(this TypeDeclarationSyntax type, SyntaxKind modifier)
    {
        if (type.Modifiers.Any(modifier))
        {
            return type;
        }

        var token = Token(modifier).WithTrailingTrivia(Space);
        if (type.Modifiers.Count == 0)
        {
            return type.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(token.WithLeadingTrivia(type.Keyword.LeadingTrivia));
        }

        var partial = type.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return partial < 0 ? type.AddModifiers(token)
            : partial > 0 ? type.WithModifiers(type.Modifiers.Insert(partial, token))
            : type.WithModifiers(type.Modifiers.Replace(type.Modifiers[0], type.Modifiers[0].WithLeadingTrivia()).Insert(0, token.WithLeadingTrivia(type.Modifiers[0].LeadingTrivia)));
    }

    /// <summary>The modifiers with <c>private</c> in the place of what made the member visible.</summary>
    public static SyntaxTokenList Private(this SyntaxTokenList modifiers)
    {
        var others = modifiers.Where(modifier => !modifier.IsAnyOf(Accessibilities));
        return TokenList(others.Prepend(Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(Space)).Select((modifier, index) => index == 0 ? modifier : modifier.WithLeadingTrivia()));
    }

    /// <summary>An attribute above a declaration, by its full name where the short one is not known.</summary>
    public static TNode WithAttribute<TNode>(this TNode member, string attribute)
        where TNode : MemberDeclarationSyntax
    {
        var list = AttributeList(SingletonSeparatedList(((CompilationUnitSyntax)ParseCompilationUnit($"[{attribute}] class C;")).Members[0].AttributeLists[0].Attributes[0]))
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation)
            .WithLeadingTrivia(member.GetLeadingTrivia())
            .WithTrailingTrivia(ElasticLineFeed);
        var bare = member.WithLeadingTrivia(ElasticMarker);
        return (TNode)bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>An argument of <c>[State]</c>, in the attribute that is there or in a new one.</summary>
    public static FieldDeclarationSyntax WithStateArgument(this FieldDeclarationSyntax field, string name, string value)
    {
        var existing = field.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => attribute.Name.ToString() is "State" or "StateAttribute" or "SafeState.State");
        if (existing is null)
        {
            return field.WithAttribute($"global::SafeState.State({name} = {value})");
        }

        var argument = AttributeArgument(ParseExpression(value).WithAdditionalAnnotations(Simplifier.Annotation)).WithNameEquals(NameEquals(name));
        return field.ReplaceNode(existing, existing.AddArgumentListArguments(argument).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static bool IsAnyOf(this SyntaxToken token, IEnumerable<SyntaxKind> kinds) => kinds.Contains(token.Kind());
}
