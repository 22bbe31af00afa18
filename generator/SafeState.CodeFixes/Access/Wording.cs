using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SafeState.CodeFixes.Access;

/// <summary>Says the same with generated members.</summary>
/// <param name="current">The node, with what other edits have made of its parts.</param>
/// <param name="state">What stands for the field now: <c>Clients</c>, <c>state.Clients</c>, <c>image.Clients</c>.</param>
internal delegate SyntaxNode Say(SyntaxNode current, ExpressionSyntax state);

/// <summary>What a touch does and how that is said with generated members; null where it cannot be said with the same meaning.</summary>
/// <param name="Node">The node that is replaced: the field's name, or what it is part of.</param>
/// <param name="IsWrite">Whether state changes, or is only read.</param>
internal sealed record Wording(SyntaxNode Node, bool IsWrite)
{
    /// <summary>As one atomic operation of a facade, or as a getter.</summary>
    public Say? Facade { get; init; }

    /// <summary>Through a view, in a scope.</summary>
    public Say? View { get; init; }

    /// <summary>From a snapshot of the holder.</summary>
    public Say? Image { get; init; }

    /// <summary>What has to become something else with it, beside the node: what is said of a name that now means something else.</summary>
    public IReadOnlyList<(SyntaxNode Node, Func<SyntaxNode, SyntaxNode> Change)> Also { get; init; } = [];

    /// <summary>The same text with another name in the place of the field's.</summary>
    public static Wording Read(ExpressionSyntax target) => new(target, IsWrite: false) { Facade = Rename, View = Rename, Image = Rename };

    /// <inheritdoc cref="Read"/>
    public static Wording Write(ExpressionSyntax target) => new(target, IsWrite: true) { Facade = Rename, View = Rename };

    /// <summary>What only a facade and a snapshot can do, because it takes an object rather than a view: LINQ, conversions to interfaces.</summary>
    public static Wording Whole(ExpressionSyntax target) => new(target, IsWrite: false) { Facade = Rename, Image = Rename };

    public static SyntaxNode Rename(SyntaxNode current, ExpressionSyntax state) => state.WithTriviaFrom(current);
}
