using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>Finds what the judgement of a holder or node rests on in which nothing was found and no code was bound: the declarations of the types that were looked at.</summary>
internal sealed class HolderFooting
{
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxTree> _files = [];
    private bool _isSufficient = true;

    private HolderFooting(Compilation compilation, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The footing of a judgement of <paramref name="holder"/> that has judged these types of values, and those inside them.</summary>
    public static Footing Of(INamedTypeSymbol holder, IEnumerable<ITypeSymbol> judged, Compilation compilation, CancellationToken cancellationToken)
    {
        var footing = new HolderFooting(compilation, cancellationToken);
        footing.Add(holder);
        foreach (var field in HolderSymbols.Fields(holder))
        {
            footing.Add(field.Type);
            foreach (var reference in field.DeclaringSyntaxReferences)
            {
                footing.CheckAttributes(reference.GetSyntax(cancellationToken).FirstAncestorOrSelf<MemberDeclarationSyntax>());
            }
        }

        foreach (var type in judged)
        {
            footing.Add(type);
        }

        return footing._isSufficient ? Footing.On(footing._files) : Footing.Everything;
    }

    private void Add(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                Add(array.ElementType);
                break;
            case IPointerTypeSymbol pointer:
                Add(pointer.PointedAtType);
                break;
            case INamedTypeSymbol named when _seen.Add(named):
                foreach (var argument in named.TypeArguments)
                {
                    Add(argument);
                }

                AddDeclared(named);
                break;
        }
    }

    private void AddDeclared(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            _files.Add(reference.SyntaxTree);
            var declaration = reference.GetSyntax(_cancellationToken) as MemberDeclarationSyntax;
            CheckAttributes(declaration);

            // Whether members capture a parameter shows in their bodies only.
            _isSufficient &= declaration is not TypeDeclarationSyntax { ParameterList: not null } or RecordDeclarationSyntax;
        }

        Add(type.ContainingType);
        if (ShareableTypes.IsDeclaredInSource(type) && PlainDeclarations.MayHaveBases(type))
        {
            Add(type.BaseType);
            foreach (var implemented in type.Interfaces)
            {
                Add(implemented);
            }
        }
    }

    /// <summary>A constant of the program's may be made of others, which are declared anywhere.</summary>
    private void CheckAttributes(MemberDeclarationSyntax? declaration)
    {
        foreach (var list in declaration?.AttributeLists ?? default)
        {
            foreach (var attribute in list.Attributes)
            {
                _isSufficient &= attribute.ArgumentList is not { } arguments || arguments.Arguments.All(argument => IsFixed(argument.Expression));
            }
        }
    }

    private bool IsFixed(ExpressionSyntax value) => value is LiteralExpressionSyntax or TypeOfExpressionSyntax
        || _compilation.GetSemanticModel(value.SyntaxTree).GetSymbolInfo(value, _cancellationToken).Symbol is IFieldSymbol { DeclaringSyntaxReferences.IsEmpty: true };
}
