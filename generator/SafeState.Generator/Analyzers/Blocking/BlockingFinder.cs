using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SafeState.Generator.Analyzers.Locks;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.Blocking;

/// <summary>Finds what blocks while a holder is locked: in the region itself, or in a function of the same file that is called there.</summary>
internal sealed class BlockingFinder(Body body)
{
    public IEnumerable<(IOperation Place, IOperation Blocking, HeldRegion Region)> Find()
    {
        var found = new HashSet<IOperation>();
        foreach (var region in HeldRegions.Find(body))
        {
            foreach (var operation in region.Operations)
            {
                if (BlockingIn(operation) is { } blocking && found.Add(operation))
                {
                    yield return (operation, blocking, region);
                }
            }
        }
    }

    private IOperation? BlockingIn(IOperation operation) =>
        BlockingCalls.Contains(operation) ? operation
        : operation is IInvocationOperation { TargetMethod: var called } && IsSurelyCalled(called) ? CodeOf(called).SelectMany(RunningNow.Of).FirstOrDefault(BlockingCalls.Contains)
        : null;

    private static bool IsSurelyCalled(IMethodSymbol called) =>
        called is { IsAsync: false } and ({ MethodKind: MethodKind.LocalFunction } or { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Private });

    private IEnumerable<IOperation> CodeOf(IMethodSymbol called)
    {
        foreach (var reference in called.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax();
            if (declaration.SyntaxTree == body.Root.Syntax.SyntaxTree && body.Root.SemanticModel?.GetOperation(declaration) is { } code)
            {
                // A local function is an operation that does not run where it stands; its parts do when it is called.
                foreach (var part in code.ChildOperations)
                {
                    yield return part;
                }
            }
        }
    }
}
