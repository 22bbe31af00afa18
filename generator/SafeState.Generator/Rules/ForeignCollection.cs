using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE003: a state field is given a collection that somebody else may hold, rather than one that was made for it.</summary>
internal static class ForeignCollection
{
    public static void CheckInitialiser(IFieldSymbol field, HolderContext context)
    {
        foreach (var reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value })
            {
                CheckValue(value, field, context);
            }
        }
    }

    public static void CheckValue(ExpressionSyntax value, IFieldSymbol field, HolderContext context)
    {
        if (CollectionKinds.Find(field.Type) is { } kind && !IsFresh(value, field, context))
        {
            var (given, wayOut) = IsNull(value, context)
                ? ("no collection", "give it one of its own, 'new()'")
                : ("a collection that somebody else may hold and change without the lock", WayOut(value, kind));
            context.Report(Descriptors.ForeignCollection, value, field.Name, context.Holder.Name, given, wayOut);
        }
    }

    /// <summary>
    /// Whether the value is a new object of exactly the field's class, which nobody else can know. A collection expression is,
    /// unless it needs somebody's extension method <c>Add</c> for its elements, which would be handed the collection.
    /// </summary>
    private static bool IsFresh(ExpressionSyntax value, IFieldSymbol field, HolderContext context) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsFresh(parenthesized.Expression, field, context),
        BaseObjectCreationExpressionSyntax creation => IsExact(creation, field, context) && KeepsToItself(creation, field, context),
        CollectionExpressionSyntax list => list.Elements.Count == 0 || CollectionKinds.Find(field.Type) is CollectionKind.List or CollectionKind.HashSet,
        ThrowExpressionSyntax => true,
        ConditionalExpressionSyntax conditional => IsFresh(conditional.WhenTrue, field, context) && IsFresh(conditional.WhenFalse, field, context),
        SwitchExpressionSyntax choice => choice.Arms.All(arm => IsFresh(arm.Expression, field, context)),
        InvocationExpressionSyntax invocation => IsCopyingQuery(invocation, context),
        _ => false,
    };

    // 'new()' alone is of the type that it is assigned to.
    private static bool IsExact(BaseObjectCreationExpressionSyntax creation, IFieldSymbol field, HolderContext context) =>
        creation is ImplicitObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } }
        || SymbolEqualityComparer.Default.Equals(
            context.ModelOf(creation).GetTypeInfo(creation, context.CancellationToken).Type?.OriginalDefinition,
            field.Type.OriginalDefinition);

    /// <summary>Whether the initialiser uses the collection's own members only: an extension would be handed the collection.</summary>
    private static bool KeepsToItself(BaseObjectCreationExpressionSyntax creation, IFieldSymbol field, HolderContext context) =>
        creation.Initializer is not { } initialiser
        || initialiser.Expressions.All(element => MemberFor(element, context) is { Symbol: { } member }
            ? SymbolEqualityComparer.Default.Equals(member.ContainingType?.OriginalDefinition, field.Type.OriginalDefinition)
            : !MayCallExtension(element, field, context));

    /// <summary>An element of a type that is not known yet, such as what is generated for another holder, may find an extension once it is.</summary>
    private static bool MayCallExtension(ExpressionSyntax element, IFieldSymbol field, HolderContext context) =>
        context.ModelOf(element)
            .LookupSymbols(element.SpanStart, field.Type, "Add", includeReducedExtensionMethods: true)
            .Any(method => !SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, field.Type.OriginalDefinition));

    private static SymbolInfo MemberFor(ExpressionSyntax element, HolderContext context) => element is AssignmentExpressionSyntax assignment
        ? context.SymbolInfo(assignment.Left)
        : context.ModelOf(element).GetCollectionInitializerSymbolInfo(element, context.CancellationToken);

    /// <summary>LINQ's <c>ToList</c>, <c>ToDictionary</c> and <c>ToHashSet</c> make what they return.</summary>
    private static bool IsCopyingQuery(InvocationExpressionSyntax invocation, HolderContext context) =>
        context.SymbolInfo(invocation).Symbol is IMethodSymbol { Name: "ToList" or "ToDictionary" or "ToHashSet", ContainingAssembly.Name: "System.Linq" } method
        && !ShareableTypes.IsDeclaredInSource(method)
        && method.ContainingType.ToDisplayString() == "System.Linq.Enumerable";

    private static bool IsNull(ExpressionSyntax value, HolderContext context) =>
        value.IsKind(SyntaxKind.NullLiteralExpression)
        || value is PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
        || context.ModelOf(value).GetConstantValue(value, context.CancellationToken) is { HasValue: true, Value: null };

    private static string WayOut(ExpressionSyntax value, CollectionKind kind)
    {
        var source = value is IdentifierNameSyntax or MemberAccessExpressionSyntax ? value.Quoted() : "source";
        return kind is CollectionKind.List or CollectionKind.Queue
            ? $"copy it, 'new({source})'"
            : $"copy it together with its comparer, 'new({source}, {source}.Comparer)'";
    }
}
