using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>What no code anywhere may do with a holder, in its own project or another: scopes that go astray (SAFE011), ways behind the holder's back (SAFE001), and attributes of state elsewhere (SAFE010).</summary>
internal static class ReachRules
{
    /// <summary>Whether a node deserves to be bound: a look at its kind and its text.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText is
                GeneratedNames.EnterRead or GeneratedNames.EnterWrite or GeneratedNames.TryEnterRead or GeneratedNames.TryEnterWrite
                or GeneratedNames.ReadScope or GeneratedNames.WriteScope
                or LockedEnumeration.Name or nameof(MemberwiseClone),
            ParameterSyntax parameter => ScopeParameter.IsUntypedIn(parameter),
            AttributeSyntax attribute => UnsafeAccessor.IsCandidate(attribute) || StrayAttribute.IsCandidate(attribute),
            _ => false,
        }
        || ReservedName.Of(node) is not null;

    /// <summary>What is wrong with a candidate.</summary>
    public static (EquatableArray<DiagnosticInfo> Findings, Footing Footing) Check(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.IsPartOfStructuredTrivia())
        {
            return (EquatableArray<DiagnosticInfo>.Empty, Footing.On([]));
        }

        var context = new ReachContext(model, cancellationToken);
        if (ReservedName.Of(node) is { } reserved)
        {
            ReservedName.Report(reserved, context);
        }

        switch (node)
        {
            case IdentifierNameSyntax { Identifier.ValueText: GeneratedNames.ReadScope or GeneratedNames.WriteScope } name:
                ScopeTypeName.Check(name, context);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: LockedEnumeration.Name } name:
                LockedEnumeration.Check(name, context);
                break;
            case IdentifierNameSyntax { Identifier.ValueText: nameof(MemberwiseClone) } name:
                ShallowCopy.Check(name, context);
                break;
            case IdentifierNameSyntax name when ScopeEntry.Names.Contains(name.Identifier.ValueText):
                ScopeEntry.Check(name, context);
                break;
            case ParameterSyntax parameter:
                ScopeParameter.CheckUntyped(parameter, context);
                break;
            case AttributeSyntax attribute:
                UnsafeAccessor.Check(attribute, context);
                StrayAttribute.Check(attribute, context);
                break;
        }

        return (context.Findings.ToEquatableArray(), context.HasBound ? Footing.Everything : Footing.On([node.SyntaxTree]));
    }
}
