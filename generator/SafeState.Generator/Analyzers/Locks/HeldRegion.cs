using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers.Locks;

/// <summary>Code that runs while a holder is locked.</summary>
/// <param name="Holder">Whose lock it is.</param>
/// <param name="Instance">Which instance, where the body shows it; null for a static holder.</param>
/// <param name="Description">What keeps the lock, for a message: <c>the scope 'state'</c>.</param>
/// <param name="Opening">What takes the lock.</param>
/// <param name="Code">The statements, or the lambda's body.</param>
/// <param name="Timed">The local of a timed entry, which may have failed; otherwise null.</param>
internal sealed record HeldRegion(
    INamedTypeSymbol Holder,
    Place? Instance,
    string Description,
    IOperation Opening,
    IReadOnlyList<IOperation> Code,
    VariableDeclaratorSyntax? Timed)
{
    /// <summary>What surely runs under the lock, without the code of lambdas and local functions, which runs at another time.</summary>
    public IEnumerable<IOperation> Operations => Code
        .SelectMany(RunningNow.Of)
        .Where(operation => Timed is null || ScopeExtent.IsSurelyEntered(operation.Syntax, Timed));
}
