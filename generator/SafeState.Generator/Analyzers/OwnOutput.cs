using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Analyzers;

/// <summary>Recognises the files that this generator wrote.</summary>
internal static class OwnOutput
{
    private static readonly string Folder = $"{typeof(SharedStateGenerator).Assembly.GetName().Name}/{typeof(SharedStateGenerator).FullName}/";

    /// <summary>
    /// By the folder that the compiler gives each generator's output. Headers and attributes in the file prove nothing, since
    /// anybody can write them; a file of the user's that is put in a folder of this name gains nothing either, because the
    /// generator, which never sees its own output, exempts no file at all.
    /// </summary>
    public static bool Contains(SyntaxTree tree)
    {
        var path = tree.FilePath.Replace('\\', '/');
        var end = path.LastIndexOf('/') + 1;
        var start = end - Folder.Length;
        return start >= 0
            && string.CompareOrdinal(path, start, Folder, 0, Folder.Length) == 0
            && (start == 0 || path[start - 1] == '/');
    }
}
