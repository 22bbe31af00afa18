namespace SafeState.Generator.Tests.Pipeline;

/// <summary>A program that is edited, and edited back: what the generator keeps must be what it would find anew.</summary>
internal static class EditComparison
{
    /// <param name="program">A program with nothing to find in it.</param>
    /// <param name="file">The file to edit.</param>
    /// <param name="before">What is replaced.</param>
    /// <param name="after">What replaces it.</param>
    /// <returns>The results before the edit, and of the edited program from scratch.</returns>
    public static (GeneratorResult First, GeneratorResult Anew) Check(IReadOnlyList<SourceFile> program, string file, string before, string after)
    {
        var path = $"/project/{file}";
        var first = GeneratorHarness.Run(program);
        Assert.Empty(first.GeneratorFindings);

        var edited = first.AfterEditing(path, text => text.Replace(before, after));
        var anew = GeneratorHarness.Run([.. program.Select(source => source.Path == path ? new SourceFile(path, source.Text.Replace(before, after)) : source)]);
        Assert.Equal(anew.GeneratorFindings, edited.GeneratorFindings);
        Assert.Equal(anew.Sources, edited.Sources);

        var mended = edited.AfterEditing(path, text => text.Replace(after, before));
        Assert.Empty(mended.GeneratorFindings);
        Assert.Equal(first.Sources, mended.Sources);
        return (first, anew);
    }
}
