using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>Code that runs as one piece: a method, an accessor, an initialiser, with the lambdas and local functions in it.</summary>
internal sealed class Body(IOperation root, IMethodSymbol? function)
{
    private Assignments? _assignments;

    public IOperation Root { get; } = root;

    /// <summary>The function whose body it is; null for an initialiser.</summary>
    public IMethodSymbol? Function { get; } = function;

    /// <summary>Where local variables and parameters get their values.</summary>
    public Assignments Assignments => _assignments ??= new Assignments(Root);

    /// <summary>The lambda or local function that an operation belongs to, or else the body: what is in one region runs in the order it is written.</summary>
    public IOperation RegionOf(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return parent;
            }
        }

        return Root;
    }
}
