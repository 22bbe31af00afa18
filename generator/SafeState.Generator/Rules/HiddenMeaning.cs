using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>
/// SAFE007, in the holder's code: a name means something outside the holder as long as the member of that name is not generated.
/// Afterwards it leads elsewhere, perhaps to another holder's raw fields, and the rules have looked at the wrong place.
/// </summary>
internal sealed class HiddenMeaning(HolderContext context)
{
    private readonly Dictionary<string, IFieldSymbol?> _names = Names(context.Holder, context.Fields);

    public void Check(TypeDeclarationSyntax declaration)
    {
        var scopes = new OwnScopes(declaration);
        foreach (var (text, field) in _names.Select(name => (name.Key, name.Value)))
        {
            bool? mayMeanMore = null;
            foreach (var name in IdentifierIndex.Find(declaration, text))
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if ((name.Receiver() is { } receiver
                    ? !scopes.Contain(receiver)
                    : (mayMeanMore ??= MayMeanMore(text, declaration)) || !name.IsDirectlyIn(declaration))
                    && IsHidden(name, field))
                {
                    context.Report(
                        Descriptors.NameCollision, name, text, context.Holder.Name, "hides what it means here",
                        field is null ? "qualify it, or rename the other" : $"qualify it, or choose another name for '{field.Name}' with [State(Name = \"…\")]");
                }
            }
        }
    }

    /// <summary>The properties of state fields, and the fixed names without those of scopes, which have rules of their own.</summary>
    private static Dictionary<string, IFieldSymbol?> Names(INamedTypeSymbol holder, IReadOnlyList<IFieldSymbol> fields)
    {
        var names = GeneratedNames.Fixed(holder).Except(GeneratedNames.OfScopes).ToDictionary(name => name, _ => (IFieldSymbol?)null);
        foreach (var field in fields)
        {
            names[GeneratedNames.Property(field)] = field;
        }

        return names;
    }

    /// <summary>
    /// Whether a name alone may mean anything but the holder's member and what functions declare: asked once of the place where the
    /// holder is declared, since binding its uses means binding the code around them.
    /// </summary>
    private bool MayMeanMore(string name, TypeDeclarationSyntax declaration) =>
        context.Declarations.Any(part => IdentifierIndex.MayDeclare(part, name))
        || context.IsDeclared(name, declaration);

    private bool IsHidden(IdentifierNameSyntax name, IFieldSymbol? field) =>
        !name.IsLabel()
        && !(field is not null && MeansType(name))
        && context.SymbolInfo(name).Meant().FirstOrDefault() is { } meaning
        && IsMeant(meaning, name, field)
        && context.IsHolder(Takeover.FindHolder(name, meaning, context.ModelOf(name), context.CancellationToken))
        && !name.IsInNameof(context.ModelOf(name), context.CancellationToken);

    /// <summary>
    /// Whether the program meant this. A type or a namespace cannot be meant where a value stands, unless a static member is asked
    /// of it; and that of a type which is the property's too can be had either way. A method is found through a property that cannot be called.
    /// </summary>
    private bool IsMeant(ISymbol meaning, IdentifierNameSyntax name, IFieldSymbol? field) => meaning switch
    {
        INamespaceOrTypeSymbol => !SymbolEqualityComparer.Default.Equals(meaning, field?.Type)
            && MemberOf(name) is { } member && context.SymbolInfo(member).Symbol is not null,
        IMethodSymbol => field is null or { Type.TypeKind: TypeKind.Delegate },
        _ => true,
    };

    /// <summary>What is asked of the name: <c>b</c> for the <c>a</c> in <c>a.b</c>, <c>(a)!.b</c> and <c>a?.b</c>.</summary>
    private static ExpressionSyntax? MemberOf(IdentifierNameSyntax name)
    {
        var asked = name.WithReceiver();
        while (asked.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            asked = (ExpressionSyntax)asked.Parent;
        }

        return asked.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == asked => access.Name,
            ConditionalAccessExpressionSyntax access when access.Expression == asked =>
                access.WhenNotNull.DescendantNodesAndSelf().OfType<MemberBindingExpressionSyntax>().FirstOrDefault()?.Name,
            _ => null,
        };
    }

    /// <summary>Whether the name stands where a property is not looked for.</summary>
    private static bool MeansType(IdentifierNameSyntax name) =>
        SyntaxFacts.IsInNamespaceOrTypeContext(name) || SyntaxFacts.IsInTypeOnlyContext(name) || name.Parent is ConstantPatternSyntax or CaseSwitchLabelSyntax;
}
