using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Analyzers.TwoInstants;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Analyzers.Programs;

/// <summary>
/// The names by which code reaches holders: their own, those of their generated members, those of the types in them, and those of serialisers. Binding is what costs, so code that
/// says none of them is never bound.
/// </summary>
internal static class HolderVocabulary
{
    public static HashSet<string> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(GeneratedNames.OfScopes.Concat(SerialisedHolders.Serialisers), StringComparer.Ordinal) { GeneratedNames.Snapshot };
        foreach (var tree in compilation.SyntaxTrees.Where(OwnOutput.Contains))
        {
            AddGenerated(tree.GetRoot(cancellationToken), names);
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(MayDeclareHolders))
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddHolders(assembly.GlobalNamespace, names);
        }

        return names;
    }

    private static void AddGenerated(SyntaxNode root, HashSet<string> names)
    {
        foreach (var node in root.DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
        {
            switch (node)
            {
                case PropertyDeclarationSyntax property:
                    names.Add(property.Identifier.ValueText);
                    break;
                case ClassDeclarationSyntax type:
                    names.Add(type.Identifier.ValueText);
                    break;
            }
        }
    }

    private static bool MayDeclareHolders(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == LibraryTypes.Assembly));

    private static void AddHolders(INamespaceOrTypeSymbol container, HashSet<string> names)
    {
        if (container is INamedTypeSymbol type && HolderSymbols.IsHolder(type))
        {
            names.Add(type.Name);
            names.UnionWith(type.GetMembers()
                .Where(member => member is IPropertySymbol || (member is INamedTypeSymbol nested && LibraryTypes.FacadeFamily(nested) is not null))
                .Select(member => member.Name));
        }

        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            AddHolders(member, names);
        }
    }
}
