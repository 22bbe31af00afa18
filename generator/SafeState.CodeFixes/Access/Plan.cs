using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SafeState.CodeFixes.Common;

namespace SafeState.CodeFixes.Access;

/// <summary>What is done about a touch, and about those that have to be mended with it.</summary>
internal sealed class Plan(string title, Func<Edits, Task> apply)
{
    public string Title { get; } = title;

    public Func<Edits, Task> Apply { get; } = apply;

    /// <summary>One atomic operation of a facade, or a getter.</summary>
    public static Plan Facade(Touch touch, Wording wording, ExpressionSyntax facade) =>
        new($"Use '{touch.Property}'", edits => edits.ReplaceAsync(wording.Node, current => wording.Facade!(current, facade)));

    /// <summary>A member of the local that stands for the state where a scope is open already.</summary>
    public static Plan Existing(Touch touch, Wording wording, string scope) =>
        new($"Use '{scope}.{touch.Property}'", edits => ReplaceAsync(edits, wording, wording.View!, SyntaxFactory.IdentifierName(scope).Dot(touch.Property)));

    /// <summary>Several touches as one step.</summary>
    public static Plan Step(string title, Extent extent, Opening opening, IReadOnlyList<(Touch Touch, Wording Wording)> touches) => new(title, async edits =>
    {
        if (!edits.IsFirst(extent.Node, opening.Local))
        {
            return;
        }

        foreach (var (touch, wording) in touches)
        {
            await ReplaceAsync(edits, wording, opening.IsScope ? wording.View! : wording.Image!, SyntaxFactory.IdentifierName(opening.Local).Dot(touch.Property)).ConfigureAwait(false);
        }

        await edits.ReplaceAsync(extent.Node, current => extent.Wrap(current, opening), extent.GetType().Name).ConfigureAwait(false);
    });

    /// <summary>The lock goes, and its field after the last lock on it.</summary>
    public Plan Instead(LockStatementSyntax statement, Gates gates) => new(Title, async edits =>
    {
        await Apply(edits).ConfigureAwait(false);
        edits.IsFirst(statement, "unlocked");
        var gate = gates.Of(statement)!;
        if (!gates.IsState(gate) && gates.LocksOn(gate).All(one => edits.IsMade(one, "unlocked")))
        {
            await RemoveAsync(gate, edits).ConfigureAwait(false);
        }
    });

    private static async Task ReplaceAsync(Edits edits, Wording wording, Say say, ExpressionSyntax state)
    {
        await edits.ReplaceAsync(wording.Node, current => say(current, state)).ConfigureAwait(false);
        foreach (var (node, change) in wording.Also)
        {
            await edits.ReplaceAsync(node, change).ConfigureAwait(false);
        }
    }

    private static async Task RemoveAsync(IFieldSymbol gate, Edits edits)
    {
        if (gate.DeclaringSyntaxReferences[0].GetSyntax(edits.CancellationToken) is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field }
            && edits.IsFirst(field)
            && await edits.OfAsync(field).ConfigureAwait(false) is { } editor)
        {
            editor.RemoveNode(field, SyntaxRemoveOptions.KeepUnbalancedDirectives);
            if (BeginsWithEmptyLine(field) && Next(field) is { } next && !BeginsWithEmptyLine(next))
            {
                await edits.ReplaceAsync(next, current => current.WithLeadingTrivia(current.GetLeadingTrivia().Insert(0, field.GetLeadingTrivia()[0])), "line").ConfigureAwait(false);
            }
        }
    }

    private static bool BeginsWithEmptyLine(MemberDeclarationSyntax member) => member.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);

    private static MemberDeclarationSyntax? Next(MemberDeclarationSyntax member) =>
        ((TypeDeclarationSyntax)member.Parent!).Members.FirstOrDefault(other => other.SpanStart > member.SpanStart);
}
