using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Analyzers;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>
/// What must not run inside a scope. A lock of the language may be entered again by its thread, and no lock at all always; a scope
/// may not: code that comes back to the holder would throw. So no scope is put around it.
/// </summary>
/// <remarks>
/// Code of the project is read, as deep as it calls; what an heir or another class may put in its place is not known, and taken for
/// code that comes back. Code of libraries is taken for code that does not.
/// </remarks>
internal sealed class Reentry(HolderAccess access)
{
    private readonly Dictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the code may come back to the holder: through a member that uses state, through a delegate, or by handing out <c>this</c>.</summary>
    public bool IsPossibleIn(SyntaxNode code) => ComesBack(code, called: null);

    /// <summary>Whether the code uses anything of the holder that is no state, such as a log: then it may rely on being alone with it.</summary>
    public bool UsesMoreThanState(SyntaxNode code) => IsPossibleIn(code) || code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(
        name => access.Find(name) is null && access.Context.SymbolInfo(name).Meant().Any(symbol => symbol is not IFieldSymbol { IsConst: true } && IsMember(symbol)));

    private bool ComesBack(SyntaxNode code, HashSet<ISymbol>? called) => code.DescendantNodesAndSelf().Any(node => node switch
    {
        ThisExpressionSyntax self => IsHandedOut(self) && IsInHolder(self),
        InvocationExpressionSyntax call when IsDelegate(call) => true,
        BaseObjectCreationExpressionSyntax creation => access.Context.SymbolInfo(creation).Symbol is { } constructor && MayComeBack(constructor, called),
        SimpleNameSyntax name => name.Parent is not NameColonSyntax && access.Context.SymbolInfo(name).Meant().Any(symbol => MayComeBack(symbol, called)),
        _ => false,
    });

    private static bool IsHandedOut(ThisExpressionSyntax self) => self.Parent is not MemberAccessExpressionSyntax receiver || receiver.Expression != self;

    private bool IsInHolder(SyntaxNode node) => access.Declarations.Any(declaration => declaration.SyntaxTree == node.SyntaxTree && declaration.Span.Contains(node.Span));

    private bool IsDelegate(InvocationExpressionSyntax call) => access.Context.SymbolInfo(call).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };

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

    private bool MayComeBack(ISymbol symbol, HashSet<ISymbol>? called)
    {
        var member = ((symbol as IMethodSymbol)?.ReducedFrom ?? symbol).OriginalDefinition;
        if (member is not (IMethodSymbol or IPropertySymbol or IEventSymbol))
        {
            return false;
        }

        if (called is not null)
        {
            // What calls itself comes back if something else in it does.
            return called.Add(member) && Judge(member, called);
        }

        if (!_known.TryGetValue(member, out var comesBack))
        {
            _known.Add(member, comesBack = Judge(member, new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member }));
        }

        return comesBack;
    }

    private bool Judge(ISymbol member, HashSet<ISymbol> called)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            return IsMember(member) && member is not IMethodSymbol { MethodKind: MethodKind.Constructor };
        }

        return IsReplaceable(member)
            || member.DeclaringSyntaxReferences.Any(reference => OwnOutput.Contains(reference.SyntaxTree) ? IsMember(member) : ReadsOrWrites(reference.GetSyntax()) || ComesBack(reference.GetSyntax(), called));
    }

    private static bool IsReplaceable(ISymbol member) =>
        member.IsVirtual || member.IsAbstract || (member.IsOverride && !member.IsSealed && member.ContainingType is { IsSealed: false });

    private bool ReadsOrWrites(SyntaxNode declaration) => declaration.DescendantNodes().Any(node => access.Find(node) is not null);
}
