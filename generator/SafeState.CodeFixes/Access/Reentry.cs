using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Analyzers;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>
/// What must not run inside a scope. A lock of the language may be entered again by its thread, and no lock at all always; a scope
/// may not: code that comes back to the holder would throw. So no scope is put around it.
/// </summary>
internal sealed class Reentry(HolderAccess access)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the code may come back to the holder: through its members, through a delegate, or by handing out <c>this</c>.</summary>
    public bool IsPossibleIn(SyntaxNode code) => code.DescendantNodesAndSelf().Any(node => node switch
    {
        ThisExpressionSyntax self => self.Parent is not MemberAccessExpressionSyntax receiver || receiver.Expression != self,
        InvocationExpressionSyntax call => IsDelegate(call),
        SimpleNameSyntax name => name.Parent is not NameColonSyntax && MayLock(name),
        _ => false,
    });

    /// <summary>
    /// Whether the code uses anything of the holder that is no state, such as a log: then it may rely on being alone with it.
    /// </summary>
    public bool UsesMoreThanState(SyntaxNode code) => IsPossibleIn(code) || code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(
        name => access.Find(name) is null && access.Context.SymbolInfo(name).Meant().Any(symbol => symbol is not IFieldSymbol { IsConst: true } && IsMember(symbol)));

    private bool IsDelegate(InvocationExpressionSyntax call) =>
        access.Context.ModelOf(call).GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };

    private bool MayLock(SimpleNameSyntax name)
    {
        foreach (var symbol in access.Context.SymbolInfo(name).Meant())
        {
            if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? MayLock(symbol) : symbol is IMethodSymbol or IPropertySymbol or IEventSymbol && IsMember(symbol) && MayLock(symbol))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMember(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol) || symbol.ContainingType is not { } owner || owner.SpecialType == SpecialType.System_Object)
        {
            return false;
        }

        for (var type = access.Context.Holder; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private bool MayLock(ISymbol member)
    {
        member = member.OriginalDefinition;
        if (!_known.TryGetValue(member, out var mayLock))
        {
            // A member that calls itself locks if something else in it does.
            _known.Add(member, false);
            _known[member] = mayLock = FindLocking(member);
        }

        return mayLock;
    }

    /// <summary>What cannot be read, because an heir may replace it or it is of a base class, may do anything. So does what is generated.</summary>
    private bool FindLocking(ISymbol member)
    {
        if (member.IsVirtual || member.IsAbstract || (member.IsOverride && !member.IsSealed && !member.ContainingType.IsSealed)
            || !access.Context.IsHolder(member.ContainingType)
            || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        return member.DeclaringSyntaxReferences.Any(reference => OwnOutput.Contains(reference.SyntaxTree) || Locks(reference.GetSyntax()));
    }

    private bool Locks(SyntaxNode declaration) =>
        declaration.DescendantNodes().Any(node => access.Find(node) is not null) || IsPossibleIn(declaration);
}
