using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>An operation and all in it, except what lambdas and local functions do, which happens at another time.</summary>
internal static class RunningNow
{
    public static IEnumerable<IOperation> Of(IOperation operation)
    {
        if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation)
        {
            yield break;
        }

        yield return operation;
        foreach (var child in operation.ChildOperations)
        {
            foreach (var inner in Of(child))
            {
                yield return inner;
            }
        }
    }
}
