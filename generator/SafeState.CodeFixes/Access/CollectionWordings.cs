using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace SafeState.CodeFixes.Access;

/// <summary>How uses of a collection are said with its facade, in a view, and with a snapshot.</summary>
/// <remarks>
/// What is not listed has no wording of the same meaning: aliases of the raw collection, <c>Comparer</c>, <c>Capacity</c>, sorting in place.
/// </remarks>
internal sealed class CollectionWordings(SemanticModel model, CancellationToken cancellationToken)
{
    private readonly ElementWordings _elements = new(model, cancellationToken);
    private readonly CallWordings _calls = new(model, cancellationToken);

    public Wording? Of(Touch touch)
    {
        var target = touch.Target;
        return target.Parent switch
        {
            MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access when access.Expression == target =>
                access.Parent is InvocationExpressionSyntax call && call.Expression == access ? _calls.Of(touch, access, call) : OfProperty(touch, access),
            ElementAccessExpressionSyntax element when element.Expression == target => _elements.Of(touch, element),
            CommonForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == target => Wording.Read(target),
            // Asked for its count first and enumerated then, a facade could change in between.
            SpreadElementSyntax => Wording.Whole(target) with { Facade = static (current, state) => state.Dot("Snapshot").Call().WithTriviaFrom(current) },
            AssignmentExpressionSyntax assignment when assignment.Left == target => OfAssignment(touch, assignment),
            FromClauseSyntax => Wording.Whole(target),
            _ => OfConversion(touch, target),
        };
    }

    private Wording? OfProperty(Touch touch, MemberAccessExpressionSyntax access) => (touch.Kind, access.Name.Identifier.ValueText) switch
    {
        (_, "Count") => Wording.Read(touch.Target),
        (CollectionKind.Dictionary or CollectionKind.SortedDictionary, "Keys" or "Values") => OfItems(touch, access),
        _ => null,
    };

    /// <summary>Keys and values: facades have them as snapshots, views have them in their entries.</summary>
    private Wording? OfItems(Touch touch, MemberAccessExpressionSyntax items) => items.Parent switch
    {
        ForEachStatementSyntax { AwaitKeyword.RawKind: 0 } loop when loop.Expression == items => OfLoop(touch, items, loop),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } access when access.Expression == items && access.Parent is not InvocationExpressionSyntax =>
            Wording.Whole(touch.Target),
        MemberAccessExpressionSyntax access when access.Expression == items => _calls.IsTakenAsInterface(access, touch.Kind!.Value) ? Wording.Whole(touch.Target) : null,
        FromClauseSyntax => Wording.Whole(touch.Target),
        _ => Interfaces.IsOfAny(model.GetTypeInfo(items, cancellationToken).ConvertedType) ? Wording.Whole(touch.Target) : null,
    };

    /// <summary>A loop over keys or values.</summary>
    public Wording OfLoop(Touch touch, MemberAccessExpressionSyntax items, ForEachStatementSyntax loop)
    {
        var isOfKeys = items.Name.Identifier.ValueText == "Keys";
        var item = ((INamedTypeSymbol)touch.Field.Type).TypeArguments[isOfKeys ? 0 : 1];
        var isOfThisType = SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(loop, cancellationToken)?.Type, item);
        SyntaxNode Rename(SyntaxNode current, ExpressionSyntax state) =>
            ((ForEachStatementSyntax)current).WithExpression(state.Dot(items.Name.Identifier.ValueText).WithTriviaFrom(((ForEachStatementSyntax)current).Expression));
        return new Wording(loop, IsWrite: false)
        {
            Facade = Rename,
            Image = Rename,
            View = !isOfThisType ? null : (current, state) =>
            {
                var each = (ForEachStatementSyntax)current;
                VariableDesignationSyntax name = SingleVariableDesignation(each.Identifier.WithoutTrivia());
                VariableDesignationSyntax other = DiscardDesignation();
                var pair = ParenthesizedVariableDesignation(SeparatedList(isOfKeys ? [name, other] : new[] { other, name }, [Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space)]));
                var variable = DeclarationExpression(IdentifierName("var").WithTrailingTrivia(Space), pair).WithTrailingTrivia(Space);
                return ForEachVariableStatement(
                    each.AttributeLists, each.AwaitKeyword, each.ForEachKeyword, each.OpenParenToken, variable, each.InKeyword,
                    state.WithTriviaFrom(each.Expression), each.CloseParenToken, each.Statement);
            },
        };
    }

    /// <summary>
    /// A new collection in the place of the old: the holder keeps its own and takes over what is in it. Only if nobody else has the
    /// new one, who would expect to see it change, and if it does not bring another idea of which keys are equal.
    /// </summary>
    private Wording? OfAssignment(Touch touch, AssignmentExpressionSyntax assignment)
    {
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || !assignment.IsStatement(model, cancellationToken)
            || assignment.Right is not BaseObjectCreationExpressionSyntax creation
            || model.GetSymbolInfo(creation, cancellationToken).Symbol is not IMethodSymbol constructor
            || !SymbolEqualityComparer.Default.Equals(constructor.ContainingType.OriginalDefinition, touch.Field.Type.OriginalDefinition)
            || constructor.Parameters.Any(parameter => Interfaces.IsComparer(parameter.Type))
            || touch.Kind is not (CollectionKind.List or CollectionKind.Queue) && HasComparer(touch.Field))
        {
            return null;
        }

        var isEmpty = creation.Initializer is null && (constructor.Parameters.IsEmpty || constructor.Parameters[0].Type.SpecialType == SpecialType.System_Int32);
        SyntaxNode Replace(SyntaxNode current, ExpressionSyntax state) => (isEmpty
            ? state.Dot("Clear").Call()
            : state.Dot("ReplaceAll").Call(Explicit((AssignmentExpressionSyntax)current, touch.Field.Type).AsArgument())).WithTriviaFrom(current);
        return new Wording(assignment, IsWrite: true) { Facade = Replace, View = Replace };
    }

    /// <summary><c>new()</c> has no type where a sequence is expected.</summary>
    private static ExpressionSyntax Explicit(AssignmentExpressionSyntax assignment, ITypeSymbol type) => assignment.Right is ImplicitObjectCreationExpressionSyntax implicitly
        ? ObjectCreationExpression(ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).WithLeadingTrivia(Space), implicitly.ArgumentList, implicitly.Initializer)
        : assignment.Right;

    /// <summary>Whether the field began with a comparer, or with what a constructor gave it.</summary>
    private bool HasComparer(IFieldSymbol field) => field.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value }
        || value is not CollectionExpressionSyntax and not BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } });

    /// <summary>Facades are read-only collections. A copying constructor that asks for more has a sibling that asks for a sequence.</summary>
    private Wording? OfConversion(Touch touch, ExpressionSyntax target) =>
        Interfaces.IsOf(touch.Kind!.Value, model.GetTypeInfo(target, cancellationToken).ConvertedType) || IsCopied(target) ? Wording.Whole(target) : null;

    private bool IsCopied(ExpressionSyntax target) =>
        target.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: BaseObjectCreationExpressionSyntax copy } }
        && model.GetTypeInfo(copy, cancellationToken).Type is { } type
        && CollectionKinds.Find(type) is { } kind and not CollectionKind.SortedDictionary;
}
