using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Parsing;

/// <summary>An edit that changes declarations, and what it leaves as it was.</summary>
/// <remarks>
/// <para>
/// What a name means that stands for a type, in a declaration of a file that was not edited, follows from the types and namespaces of that
/// name, from the usings in sight, and from the bases of the types around it, which may have nested types. So it stays what it was, and so do
/// the declarations of the type that it means, if no text that has a say in it mentions a type that the edited files declare, before
/// or after: not the file itself, not the files of the types that were looked at (bases and interfaces of theirs included), and no global using.
/// </para>
/// <para>
/// That is what <see cref="Footing.Files"/> lists. It says nothing of members, whose types have names that the text does not show: who has
/// bound an expression rests on <see cref="Footing.Everything"/>.
/// </para>
/// </remarks>
internal sealed class DeclarationEdit
{
    /// <summary>What a program's top-level statements are in.</summary>
    private const string ImplicitType = "Program";

    private const string AttributeSuffix = "Attribute";

    private readonly HashSet<SyntaxTree> _edited;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxTree, bool> _mentions = [];

    private DeclarationEdit(IReadOnlyList<FileEdit> edits)
    {
        _edited = [.. edits.Select(edit => edit.Before)];
        var namespaces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            var before = new HashSet<string>(StringComparer.Ordinal);
            var after = new HashSet<string>(StringComparer.Ordinal);
            Collect(edit.Before, before);
            Collect(edit.After, after);
            before.SymmetricExceptWith(after);
            namespaces.UnionWith(before);
        }

        ChangesNamespaces = namespaces.Count > 0;
        _names.UnionWith(namespaces.SelectMany(name => name.Split('.')));
    }

    /// <summary>Whether there are namespaces more or less, so that usings may mean something else.</summary>
    public bool ChangesNamespaces { get; }

    /// <summary>The edit, or null if it may change anything.</summary>
    public static DeclarationEdit? Of(IReadOnlyList<FileEdit> edits, Compilation after)
    {
        if (edits.Any(edit => MayReachAnything(edit.Before) || MayReachAnything(edit.After)))
        {
            return null;
        }

        var edit = new DeclarationEdit(edits);
        return after.SyntaxTrees.Any(file => HasGlobalUsings(file) && edit.Mentions(file)) ? null : edit;
    }

    /// <summary>Whether a file of the program before was edited.</summary>
    public bool IsIn(SyntaxTree file) => _edited.Contains(file);

    /// <summary>Whether what rests on this is as it was.</summary>
    public bool Leaves(Footing footing)
    {
        if (footing.Files is null)
        {
            return false;
        }

        foreach (var file in footing.Files)
        {
            if (IsIn(file) || Mentions(file))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Usings for all files, extensions of types of others, and what could be taken for the compiler's own types or the library's.</summary>
    private static bool MayReachAnything(SyntaxTree file) =>
        HasGlobalUsings(file)
        || ExtensionBlocks.MayBeIn(file)
        || file.GetRoot().DescendantNodes(IsContainer).OfType<BaseNamespaceDeclarationSyntax>().Any(
            node => node.Name.DescendantTokens().First().ValueText is "System" or "SafeState");

    private static bool HasGlobalUsings(SyntaxTree file) =>
        FileText.Of(file).Content.IndexOf("global", StringComparison.Ordinal) >= 0
        && file.GetRoot() is CompilationUnitSyntax { Usings: var usings }
        && usings.Any(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    private static bool IsContainer(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private void Collect(SyntaxTree file, HashSet<string> namespaces)
    {
        foreach (var node in file.GetRoot().DescendantNodes(IsContainer))
        {
            switch (node)
            {
                case BaseNamespaceDeclarationSyntax space:
                    namespaces.Add(string.Join(".", space.Name.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)));
                    break;
                case BaseTypeDeclarationSyntax type:
                    Add(type.Identifier.ValueText);
                    break;
                case DelegateDeclarationSyntax type:
                    Add(type.Identifier.ValueText);
                    break;
                case GlobalStatementSyntax:
                    Add(ImplicitType);
                    break;
            }
        }
    }

    /// <summary>Adds a name, and the shorter one by which an attribute can be called.</summary>
    private void Add(string name)
    {
        _names.Add(name.Length > AttributeSuffix.Length && name.EndsWith(AttributeSuffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - AttributeSuffix.Length)
            : name);
    }

    /// <summary>Whether a text has one of the names anywhere.</summary>
    private bool Mentions(SyntaxTree file)
    {
        if (!_mentions.TryGetValue(file, out var mentions))
        {
            var text = FileText.Of(file);
            _mentions.Add(file, mentions = !text.IsPlain || _names.Any(name => text.Content.IndexOf(name, StringComparison.Ordinal) >= 0));
        }

        return mentions;
    }
}
