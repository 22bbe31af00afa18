using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>What an answer about code rests on, besides the code itself.</summary>
internal sealed class Footing
{
    private Footing(IReadOnlyCollection<SyntaxTree>? files) => Files = files;

    /// <summary>Any declaration in the program: code was bound, and what it means can come from anywhere.</summary>
    public static Footing Everything { get; } = new(files: null);

    /// <summary>The files whose declarations were looked at: the answer stands as long as they do, and the types stay the same that they name. Null if that is not all.</summary>
    public IReadOnlyCollection<SyntaxTree>? Files { get; }

    public static Footing On(IReadOnlyCollection<SyntaxTree> files) => new(files);
}
