using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>
/// What a program declares: one object for all compilations that declare the same and differ inside method bodies only, as after
/// most keystrokes. What was found in a file that was not edited holds as long as that does, and is kept here.
/// </summary>
/// <remarks>
/// The compiler decides what is the same (<see cref="SyntaxTree.IsEquivalentTo(SyntaxTree, bool)"/>). Two things it takes for equal make
/// fields that no declaration shows, and count as different here: parameters of primary constructors, and <c>field</c> in accessors.
/// </remarks>
internal sealed class Declarations
{
    /// <summary>More files than an editor changes at once: another build, which shares nothing.</summary>
    private const int MostEditedFiles = 8;

    private const int MostPrograms = 16;

    private static readonly ConditionalWeakTable<Compilation, Declarations> Known = new();

    /// <summary>The programs seen last, of several projects perhaps.</summary>
    private static readonly List<WeakReference<Compilation>> Recent = [];

    private readonly ConditionalWeakTable<SyntaxTree, FileFindings> _files = new();

    private Declarations()
    {
    }

    public static Declarations Of(Compilation compilation)
    {
        if (Known.TryGetValue(compilation, out var declarations))
        {
            return declarations;
        }

        lock (Recent)
        {
            return Known.GetValue(compilation, Find);
        }
    }

    /// <summary>The judgement of a marked type, remembered if the file has all of it: the bodies in other parts are no declarations.</summary>
    public static HolderResult? Judge(GeneratorAttributeSyntaxContext context, Func<HolderResult?> judge) =>
        context.TargetSymbol.DeclaringSyntaxReferences.Length == 1
            ? Of(context.SemanticModel.Compilation).In(context.TargetNode.SyntaxTree).Remember(context.TargetNode, context.Attributes[0].AttributeClass!.Name, "", judge)
            : judge();

    /// <summary>What is remembered of the file as long as no declaration in the program changes.</summary>
    public FileFindings In(SyntaxTree file) => _files.GetValue(file, _ => new FileFindings());

    private static Declarations Find(Compilation compilation)
    {
        var same = Recent.FindIndex(recent => recent.TryGetTarget(out var other) && AreSame(other, compilation));
        var found = same >= 0 && Recent[same].TryGetTarget(out var earlier) && Known.TryGetValue(earlier, out var declarations) ? declarations : new Declarations();
        if (same >= 0)
        {
            Recent.RemoveAt(same);
        }

        Recent.Insert(0, new WeakReference<Compilation>(compilation));
        Recent.RemoveAll(recent => !recent.TryGetTarget(out _));
        if (Recent.Count > MostPrograms)
        {
            Recent.RemoveAt(MostPrograms);
        }

        return found;
    }

    private static bool AreSame(Compilation left, Compilation right)
    {
        if (left.AssemblyName != right.AssemblyName || !left.Options.Equals(right.Options) || !left.References.SequenceEqual(right.References))
        {
            return false;
        }

        var before = ((CSharpCompilation)left).SyntaxTrees;
        var after = ((CSharpCompilation)right).SyntaxTrees;
        if (before.Length != after.Length)
        {
            return false;
        }

        var edited = 0;
        for (var index = 0; index < before.Length; index++)
        {
            if (before[index] != after[index] && (++edited > MostEditedFiles || !AreSame(before[index], after[index])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(SyntaxTree before, SyntaxTree after) =>
        before.FilePath == after.FilePath
        && before.Options.Equals(after.Options)
        && after.IsEquivalentTo(before, topLevel: true)
        && !MayHideFields(before.GetRoot())
        && !MayHideFields(after.GetRoot());

    /// <summary>Whether what stands in bodies may make a field: of a parameter that is captured, or of a property that says <c>field</c>.</summary>
    private static bool MayHideFields(SyntaxNode root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
        .Any(node => node is TypeDeclarationSyntax { ParameterList: not null } and not RecordDeclarationSyntax
            || (node is PropertyDeclarationSyntax && node.DescendantTokens().Any(token => token.ValueText == "field")));
}
