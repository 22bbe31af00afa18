using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>Finds the place in a constructor from which on the instance (or the static class) may be in use: a member is called that may use state, or <c>this</c> is handed out.</summary>
/// <remarks>A base class's constructor that calls what the holder overrides is not seen.</remarks>
internal sealed class FirstUses(HolderContext context)
{
    private readonly Dictionary<ConstructorDeclarationSyntax, int> _positions = [];

    private readonly Lazy<HashSet<string>> _generated = new(() =>
    [
        .. context.Fields.Select(GeneratedNames.Property),
        GeneratedNames.EnterRead, GeneratedNames.EnterWrite, GeneratedNames.TryEnterRead, GeneratedNames.TryEnterWrite,
        GeneratedNames.Snapshot, GeneratedNames.Version, GeneratedNames.Freeze, GeneratedNames.IsFrozen,
    ]);

    /// <summary>The position of the first use, or <see cref="int.MaxValue"/>.</summary>
    public int Of(ConstructorDeclarationSyntax constructor)
    {
        if (!_positions.TryGetValue(constructor, out var position))
        {
            // Constructors that call each other in a circle are an error of the language; this only ends the recursion.
            _positions.Add(constructor, int.MaxValue);
            _positions[constructor] = position = Find(constructor);
        }

        return position;
    }

    private int Find(ConstructorDeclarationSyntax constructor)
    {
        if (constructor.Initializer is { } initialiser && MayUseInstance(initialiser))
        {
            return initialiser.SpanStart;
        }

        var first = int.MaxValue;
        foreach (var node in constructor.DescendantNodes(node => node != constructor.Initializer))
        {
            if (node.SpanStart < first && IsUse(node))
            {
                // A local function can be called from above its text.
                first = node.Ancestors().Any(ancestor => ancestor is LocalFunctionStatementSyntax) ? constructor.SpanStart : node.SpanStart;
            }
        }

        return first;
    }

    /// <summary>Whether another constructor of the class, called with <c>: this(…)</c>, may use the instance.</summary>
    private bool MayUseInstance(ConstructorInitializerSyntax initialiser) =>
        initialiser.ThisOrBaseKeyword.ValueText == "this"
        && (context.ModelOf(initialiser).GetSymbolInfo(initialiser, context.CancellationToken).Symbol is not { } called
            || called.DeclaringSyntaxReferences.Any(reference =>
                reference.GetSyntax(context.CancellationToken) is ConstructorDeclarationSyntax other && Of(other) != int.MaxValue));

    private bool IsUse(SyntaxNode node) => node switch
    {
        ThisExpressionSyntax self => self.Parent is not MemberAccessExpressionSyntax access || access.Expression != self,
        BaseExpressionSyntax parent => parent.Parent is ElementAccessExpressionSyntax,
        SimpleNameSyntax name => IsOwn(name) && MayUseState(name) && !name.IsInNameof(context.ModelOf(name), context.CancellationToken),
        _ => false,
    };

    private bool IsOwn(SimpleNameSyntax name) => name.Receiver() is { } receiver
        ? receiver is BaseExpressionSyntax || context.IsHolderItself(receiver)
        : !name.IsLabel();

    private bool MayUseState(SimpleNameSyntax name) => context.SymbolInfo(name).Meant().FirstOrDefault() switch
    {
        null => _generated.Value.Contains(name.Identifier.ValueText) || (name.WithReceiver().Parent is InvocationExpressionSyntax && name.Identifier.Text != "nameof"),
        // 'this.Register()' hands 'this' to an extension.
        { } member when Takeover.IsExtension(member) => true,
        IMethodSymbol method => IsMember(method) && method.MethodKind != MethodKind.LocalFunction && method is not { Name: nameof(GetType), ContainingType.SpecialType: SpecialType.System_Object },
        IPropertySymbol property => IsMember(property) && !IsAutomatic(property),
        _ => false,
    };

    private bool IsMember(ISymbol member)
    {
        if (member.IsStatic != context.Holder.IsStatic || member.ContainingType is not { } owner)
        {
            return false;
        }

        for (var type = context.Holder; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAutomatic(IPropertySymbol property) => property is { IsVirtual: false, IsAbstract: false, IsOverride: false }
        && property.DeclaringSyntaxReferences.Length == 1
        && property.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
        && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });
}
