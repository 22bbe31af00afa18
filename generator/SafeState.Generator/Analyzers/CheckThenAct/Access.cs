using Microsoft.CodeAnalysis;
using SafeState.Generator.Analyzers.Programs;

namespace SafeState.Generator.Analyzers.CheckThenAct;

/// <summary>One access of shared state: through a facade, a scalar's getter, or a view of a scope.</summary>
/// <param name="Operation">The whole access: the call, the element access.</param>
/// <param name="Role">What it does.</param>
/// <param name="Family">The kind of collection; null for a scalar.</param>
/// <param name="Place">Which state: for a view the facade that shows the same.</param>
/// <param name="State">The expression of the facade, the view or the scalar.</param>
/// <param name="Key">The key, element or index; null where there is none.</param>
/// <param name="Value">The value that is written; null where there is none.</param>
/// <param name="Scope">The local that holds the scope, or null outside scopes, where the access locks for itself.</param>
internal sealed record Access(
    IOperation Operation,
    Role Role,
    Family? Family,
    Place Place,
    IOperation State,
    IOperation? Key,
    IOperation? Value,
    ILocalSymbol? Scope)
{
    public int Position => Operation.Syntax.Span.End;

    public bool IsCheck => Role <= Role.Find;

    public bool IsCompound { get; init; }
}
