using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Model;

namespace SafeState.Generator.Parsing;

/// <summary>
/// What a program declares: one object for all compilations that declare the same and differ inside method bodies only, as after
/// most keystrokes. What was found in a file that was not edited holds as long as that does, and is kept here. What does not depend on the
/// declarations that an edit has changed goes on to the next program's object (see <see cref="DeclarationEdit"/>).
/// </summary>
internal sealed class Declarations
{
    /// <summary>More files than an editor changes at once: another build, which shares nothing.</summary>
    private const int MostEditedFiles = 8;

    private const int MostPrograms = 16;

    private static readonly ConditionalWeakTable<Compilation, Declarations> Known = new();

    /// <summary>The programs seen last, of several projects perhaps.</summary>
    private static readonly List<WeakReference<Compilation>> Recent = [];

    private readonly ConcurrentDictionary<SyntaxTree, FileFindings> _files;

    private readonly ConcurrentDictionary<(string Sight, string Name), bool> _answers;

    private readonly Lazy<bool> _mayHaveExtensionBlocks;

    private Declarations(
        Compilation compilation, ConcurrentDictionary<SyntaxTree, FileFindings> files, ConcurrentDictionary<(string Sight, string Name), bool> answers)
    {
        var trees = compilation.SyntaxTrees;
        _mayHaveExtensionBlocks = new(() => trees.Any(ExtensionBlocks.MayBeIn));
        _files = files;
        _answers = answers;
    }

    /// <summary>Whether the program may have extension blocks of its own.</summary>
    public bool MayHaveExtensionBlocks => _mayHaveExtensionBlocks.Value;

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
    public static HolderResult? Judge(GeneratorAttributeSyntaxContext context, Func<(HolderResult?, Footing)> judge) =>
        context.TargetSymbol.DeclaringSyntaxReferences.Length == 1
            ? Of(context.SemanticModel.Compilation).In(context.TargetNode.SyntaxTree).Remember(context.TargetNode, context.Attributes[0].AttributeClass!.Name, "", judge)
            : judge().Item1;

    /// <summary>
    /// Has the compiler read the attributes of the assembly, once for all holders. It asks them, at every name of a type in the program,
    /// whether they make it obsolete, and as long as it has not read them looks for them in every file.
    /// </summary>
    public static void Prepare(Compilation compilation)
    {
        compilation.Assembly.GetAttributes();
        compilation.SourceModule.GetAttributes();
    }

    /// <summary>What is remembered of the file as long as no declaration in the program changes.</summary>
    public FileFindings In(SyntaxTree file) => _files.GetOrAdd(file, _ => new FileFindings());

    /// <summary>The answer to a question about a name that is the same wherever the same can be seen.</summary>
    public bool Remember(string sight, string name, Func<bool> ask) => _answers.GetOrAdd((sight, name), _ => ask());

    private static Declarations Find(Compilation compilation)
    {
        Declarations? found = null;
        for (var index = 0; index < Recent.Count && found is null; index++)
        {
            if (Recent[index].TryGetTarget(out var earlier)
                && Known.TryGetValue(earlier, out var declarations)
                && FindEdits((CSharpCompilation)earlier, (CSharpCompilation)compilation) is { } edits)
            {
                found = declarations.After(edits, compilation);
                Recent.RemoveAt(index);
            }
        }

        Recent.Insert(0, new WeakReference<Compilation>(compilation));
        Recent.RemoveAll(recent => !recent.TryGetTarget(out _));
        if (Recent.Count > MostPrograms)
        {
            Recent.RemoveAt(MostPrograms);
        }

        return found ?? new Declarations(compilation, new(), new());
    }

    /// <summary>The files in which one program differs from another, before and after; null if the two are not versions of one.</summary>
    private static IReadOnlyList<FileEdit>? FindEdits(CSharpCompilation left, CSharpCompilation right)
    {
        if (left.AssemblyName != right.AssemblyName || !left.Options.Equals(right.Options) || !left.References.SequenceEqual(right.References))
        {
            return null;
        }

        var before = left.SyntaxTrees;
        var after = right.SyntaxTrees;
        if (before.Length != after.Length)
        {
            return null;
        }

        var edits = new List<FileEdit>();
        for (var index = 0; index < before.Length; index++)
        {
            if (before[index] != after[index])
            {
                edits.Add(new FileEdit(before[index], after[index]));
                if (edits.Count > MostEditedFiles || !edits[edits.Count - 1].IsOfOneFile)
                {
                    return null;
                }
            }
        }

        return edits;
    }

    private Declarations After(IReadOnlyList<FileEdit> edits, Compilation compilation)
    {
        if (edits.All(edit => edit.ChangesNoDeclaration))
        {
            foreach (var edit in edits)
            {
                _files.TryRemove(edit.Before, out _);
            }

            return this;
        }

        if (DeclarationEdit.Of(edits, compilation) is not { } change)
        {
            return new Declarations(compilation, new(), new());
        }

        var kept = new ConcurrentDictionary<SyntaxTree, FileFindings>();
        foreach (var file in _files)
        {
            if (!change.IsIn(file.Key))
            {
                kept.TryAdd(file.Key, file.Value.After(change));
            }
        }

        return new Declarations(compilation, kept, change.ChangesNamespaces ? new() : new(_answers));
    }
}
