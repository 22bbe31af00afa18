using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>Whether two expressions have the same value when they are computed one after the other: keys that are written twice.</summary>
internal static class SameValue
{
    public static bool Of(IOperation? left, IOperation? right)
    {
        left = Core(left);
        right = Core(right);
        if (left is null || right is null || left.Kind != right.Kind)
        {
            return false;
        }

        if (left.ConstantValue is { HasValue: true } constant)
        {
            return right.ConstantValue is { HasValue: true } other && Equals(constant.Value, other.Value);
        }

        return IsRepeatable(left) && IsSameStep(left, right) && AreSame(left.ChildOperations, right.ChildOperations);
    }

    private static bool AreSame(IOperation.OperationList left, IOperation.OperationList right) =>
        left.Count == right.Count && left.Zip(right, Of).All(same => same);

    /// <summary>Reading variables, fields and properties, and what is made of them without calling code that could say something else the next time.</summary>
    private static bool IsRepeatable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation => true,
        IBinaryOperation or IUnaryOperation or ITupleOperation or IConversionOperation or ITypeOfOperation or IArgumentOperation => true,
        IInterpolatedStringOperation or IInterpolatedStringTextOperation or IInterpolationOperation or ILiteralOperation => true,
        IInvocationOperation { TargetMethod: { } method } => method.ContainingType.SpecialType == SpecialType.System_String || method.Name is "ToString" or "GetType",
        IObjectCreationOperation { Initializer: null, Type: { } type } => type.IsValueType || type.IsRecord,
        _ => false,
    };

    private static bool IsSameStep(IOperation left, IOperation right) => (left, right) switch
    {
        (ILocalReferenceOperation a, ILocalReferenceOperation b) => Same(a.Local, b.Local),
        (IParameterReferenceOperation a, IParameterReferenceOperation b) => Same(a.Parameter, b.Parameter),
        (IMemberReferenceOperation a, IMemberReferenceOperation b) => Same(a.Member, b.Member),
        (IInvocationOperation a, IInvocationOperation b) => Same(a.TargetMethod, b.TargetMethod),
        (IObjectCreationOperation a, IObjectCreationOperation b) => Same(a.Constructor, b.Constructor),
        (IBinaryOperation a, IBinaryOperation b) => a.OperatorKind == b.OperatorKind,
        (IUnaryOperation a, IUnaryOperation b) => a.OperatorKind == b.OperatorKind,
        (IConversionOperation a, IConversionOperation b) => Same(a.Type, b.Type),
        (ITypeOfOperation a, ITypeOfOperation b) => Same(a.TypeOperand, b.TypeOperand),
        _ => true,
    };

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static IOperation? Core(IOperation? operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
        {
            operation = operation.ChildOperations.First();
        }

        return operation;
    }
}
