using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>
/// A program as the rules want to see it: without what this generator wrote, which is allowed everything and would collide with
/// the names that the rules reserve for it, but with what other generators wrote. The generator sees the same less the latter,
/// so both come to the same findings.
/// </summary>
internal sealed class JudgedProgram
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<DiagnosticInfo>> _holders = new(SymbolEqualityComparer.Default);

    public JudgedProgram(Compilation compilation)
    {
        var own = compilation.SyntaxTrees.Where(OwnOutput.Contains).ToArray();
        _compilation = own.Length == 0 ? compilation : compilation.RemoveSyntaxTrees(own);
    }

    /// <summary>What is wrong in one file.</summary>
    public IEnumerable<DiagnosticInfo> Judge(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!_compilation.ContainsSyntaxTree(tree))
        {
            return [];
        }

        var model = _compilation.GetSemanticModel(tree);
        var root = tree.GetRoot(cancellationToken);
        var reached = root.DescendantNodes()
            .Where(ReachRules.IsCandidate)
            .SelectMany(node => ReachRules.Check(node, model, cancellationToken).Findings);
        var used = root.DescendantNodes()
            .OfType<TypeDeclarationSyntax>()
            .Select(type => model.GetDeclaredSymbol(type, cancellationToken))
            .OfType<INamedTypeSymbol>()
            .Where(HolderSymbols.IsHolder)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(holder => _holders.GetOrAdd(holder, _ => JudgeHolder(holder, cancellationToken)))
            .Where(finding => finding.Location?.Path == tree.FilePath && finding.Location.Span.End <= tree.Length);
        return reached.Concat(used);
    }

    private List<DiagnosticInfo> JudgeHolder(INamedTypeSymbol holder, CancellationToken cancellationToken)
    {
        var findings = new List<DiagnosticInfo>();
        HolderRules.Check(holder, _compilation, findings, cancellationToken);
        UsageRules.CheckHolder(holder, _compilation, findings, cancellationToken);
        return findings;
    }
}
