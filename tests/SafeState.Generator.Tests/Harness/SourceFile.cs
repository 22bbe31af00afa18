namespace SafeState.Generator.Tests.Harness;

/// <summary>One file of a program under test.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public const string DefaultPath = "/project/Program.cs";
}
