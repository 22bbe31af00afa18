using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>The locks that a class had before it was a holder, by the field that they lock on.</summary>
internal sealed class Gates
{
    private readonly HolderAccess _access;
    private readonly Dictionary<ISymbol, List<LockStatementSyntax>> _locks = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _usedOtherwise = new(SymbolEqualityComparer.Default);

    public Gates(HolderAccess access)
    {
        _access = access;
        foreach (var statement in access.Declarations.SelectMany(declaration => declaration.DescendantNodes()).OfType<LockStatementSyntax>())
        {
            if (Of(statement) is { } gate)
            {
                if (!_locks.TryGetValue(gate, out var locks))
                {
                    _locks.Add(gate, locks = []);
                }

                locks.Add(statement);
            }
        }

        foreach (var gate in _locks.Keys)
        {
            var uses = access.Declarations
                .SelectMany(declaration => IdentifierIndex.Find(declaration, gate.Name))
                .Where(name => SymbolEqualityComparer.Default.Equals(access.Context.SymbolInfo(name).Symbol, gate));
            if (uses.Any(name => name.WithReceiver().Parent is not LockStatementSyntax))
            {
                _usedOtherwise.Add(gate);
            }
        }
    }

    /// <summary>
    /// The private field of this instance that a statement locks on, or null: an object that others know too may be locked by them,
    /// around several calls, and must stay.
    /// </summary>
    public IFieldSymbol? Of(LockStatementSyntax statement) =>
        statement.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && _access.Context.SymbolInfo(statement.Expression).Symbol is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field
        && field.IsStatic == _access.Context.Holder.IsStatic
        && _access.Context.IsHolder(field.ContainingType)
            ? field
            : null;

    /// <summary>Whether the field is there for these locks and nothing else, or is state, of which every other use is a finding too.</summary>
    public bool IsOnlyLocked(IFieldSymbol gate) => !_usedOtherwise.Contains(gate) || IsState(gate);

    public bool IsState(IFieldSymbol gate) => _access.Context.Fields.Contains(gate, SymbolEqualityComparer.Default);

    public IReadOnlyList<LockStatementSyntax> LocksOn(IFieldSymbol gate) => _locks[gate];
}
