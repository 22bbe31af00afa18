using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers.Unguarded;

/// <summary>Where a field is used, whether that changes the collection in it, and whether a lock is held there.</summary>
internal static class FieldUses
{
    private static readonly HashSet<string> Changing =
    [
        "Add", "AddRange", "Clear", "Dequeue", "EnsureCapacity", "Enqueue", "ExceptWith", "Insert", "InsertRange", "IntersectWith", "Remove", "RemoveAll", "RemoveAt", "RemoveRange",
        "RemoveWhere", "Reverse", "Sort", "SymmetricExceptWith", "TrimExcess", "TryAdd", "TryDequeue", "UnionWith",
        "GetValueRefOrAddDefault", "GetValueRefOrNullRef", "AsSpan", "SetCount",
    ];

    public static IEnumerable<FieldUse> Of(CandidateField candidate, SemanticModel model, CancellationToken cancellationToken) =>
        from name in IdentifierIndex.Find(candidate.Type, candidate.Field.Name)
        let member = name.FirstAncestorOrSelf<MemberDeclarationSyntax>()
        where member is not null and not BaseTypeDeclarationSyntax
            && !IsConstruction(name, member, candidate.Field.IsStatic)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, candidate.Field)
            && !name.IsInNameof(model, cancellationToken)
        select new FieldUse(name, member, IsChange(name.WithReceiver()), Guards.IsGuarded(name, member, candidate.Type));

    private static bool IsConstruction(SyntaxNode name, MemberDeclarationSyntax member, bool isStatic) =>
        member switch
        {
            ConstructorDeclarationSyntax constructor => constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic,
            FieldDeclarationSyntax or PropertyDeclarationSyntax { Initializer: not null } => true,
            _ => false,
        }
        && !name.Ancestors().TakeWhile(ancestor => ancestor != member).Any(ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

    private static bool IsChange(ExpressionSyntax field) => field.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access => access.Expression == field && Changing.Contains(access.Name.Identifier.ValueText),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => Changing.Contains(binding.Name.Identifier.ValueText),
        ElementAccessExpressionSyntax element => element.Expression == field && IsTarget(element),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } =>
            called.Expression.Core() is IdentifierNameSyntax { Identifier.ValueText: "CollectionsMarshal" } && Changing.Contains(called.Name.Identifier.ValueText),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiving => IsChange(forgiving),
        _ => false,
    };

    private static bool IsTarget(ExpressionSyntax element) => element.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == element,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => true,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } => true,
        _ => false,
    };
}
