using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Analyzers;
using SafeState.Generator.Rules;

namespace SafeState.CodeFixes.Access;

/// <summary>All touches of a holder's state, each with its wording.</summary>
internal sealed class HolderAccess
{
    private readonly Dictionary<SyntaxNode, Touch> _touches;
    private readonly Dictionary<Touch, Wording?> _wordings = [];

    public HolderAccess(INamedTypeSymbol holder, Compilation compilation, CancellationToken cancellationToken)
    {
        Context = new HolderContext(holder, compilation, [], cancellationToken);
        Assignments = new ConstructorAssignments(Context);
        Declarations =
        [
            .. holder.DeclaringSyntaxReferences
                .Where(reference => !OwnOutput.Contains(reference.SyntaxTree))
                .Select(reference => reference.GetSyntax())
                .OfType<TypeDeclarationSyntax>(),
        ];
        _touches = FindTouches().ToDictionary(touch => (SyntaxNode)touch.Name);
    }

    public HolderContext Context { get; }

    /// <summary>The parts of the holder that people wrote.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Declarations { get; }

    public ConstructorAssignments Assignments { get; }

    public IEnumerable<Touch> Touches => _touches.Values;

    public Touch? Find(SyntaxNode name) => _touches.TryGetValue(name, out var touch) ? touch : null;

    public Wording? WordingOf(Touch touch)
    {
        if (!_wordings.TryGetValue(touch, out var wording))
        {
            _wordings.Add(touch, wording = FindWording(touch));
        }

        return wording;
    }

    private Wording? FindWording(Touch touch)
    {
        var model = Context.ModelOf(touch.Name);
        var wording = IsTaken(touch.Property) ? null
            : touch.IsNested ? new NestedWordings(model, Context.CancellationToken).Of(touch)
            : touch.Kind is null ? new ScalarWordings(model, Context.CancellationToken).Of(touch)
            : new CollectionWordings(model, Context.CancellationToken).Of(touch);
        return touch.Access switch
        {
            Generator.Model.Access.None => wording is null ? null : wording with { Facade = null },
            Generator.Model.Access.ReadOnly => wording is { IsWrite: true } ? wording with { Facade = null } : wording,
            _ => wording,
        };
    }

    /// <summary>Whether the name means something else until SAFE007 is mended.</summary>
    private bool IsTaken(string name) => Context.Holder.GetMembers(name)
        .SelectMany(member => member.DeclaringSyntaxReferences)
        .Any(reference => !OwnOutput.Contains(reference.SyntaxTree));

    private IEnumerable<Touch> FindTouches() =>
        from declaration in Declarations
        from field in Context.Fields
        from name in IdentifierIndex.Find(declaration, field.Name)
        where SymbolEqualityComparer.Default.Equals(Context.SymbolInfo(name).Symbol?.OriginalDefinition, field)
            && !name.IsInNameof(Context.ModelOf(name), Context.CancellationToken)
            && Assignments.Find(name) is null
        select new Touch(name, field, IsOwn: name.Receiver() is not { } receiver || Context.IsHolderItself(receiver));
}
