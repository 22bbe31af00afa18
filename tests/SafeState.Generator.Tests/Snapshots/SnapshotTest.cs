using System.Runtime.CompilerServices;

namespace SafeState.Generator.Tests.Snapshots;

/// <summary>A program that is right: it compiles cleanly in the oldest and the latest language, to the same generated text, which is verified.</summary>
public abstract class SnapshotTest
{
    private protected static void Verify(string source, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var program = $"using System;\nusing System.Collections.Generic;\nusing SafeState;\n\n{source}\n";
        var oldest = GeneratorHarness.RunClean(program, GeneratorOptions.CSharp12);
        var latest = GeneratorHarness.RunClean(program);
        Assert.Equal(oldest.Sources, latest.Sources);
        Assert.NotEmpty(latest.Sources);
        Snapshot.Verify(latest, file, method);
    }
}
