using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SafeState.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with verified ones beside the test: <c>Test.Method#Hint.verified.cs</c>. A difference leaves
/// <c>Test.Method#Hint.received.cs</c>; to accept it, read it and rename it. The conventions are those of Verify.
/// </summary>
internal static partial class Snapshot
{
    /// <summary>The folder of the tests, where verified files stand beside them.</summary>
    public static readonly string Root = typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "GeneratorTestsDirectory").Value!;

    public static void Verify(GeneratorResult result, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var directory = Path.Combine(Root, RelativeDirectory(file));
        var prefix = $"{Path.GetFileNameWithoutExtension(file)}.{method}#";
        var differences = result.Sources
            .Select(source => Compare(Path.Combine(directory, prefix + WithoutExtension(source.Key)), WithoutVersion(source.Value)))
            .Concat(Directory.GetFiles(directory, $"{prefix}*.verified.cs")
                .Where(verified => !result.Sources.Keys.Any(hint => Path.GetFileName(verified) == $"{prefix}{WithoutExtension(hint)}.verified.cs"))
                .Select(verified => $"{Path.GetFileName(verified)}: no such file was generated"))
            .Where(difference => difference is not null);
        Assert.True(!differences.Any(), string.Join("\n\n", differences));
    }

    /// <summary>How a text differs from the verified one, or null where it does not.</summary>
    public static string? Compare(string path, string received)
    {
        var verifiedPath = path + ".verified.cs";
        var receivedPath = path + ".received.cs";
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return null;
        }

        File.WriteAllText(receivedPath, received);
        return verified is null
            ? $"{Path.GetFileName(path)}: nothing verified yet; read the .received.cs and rename it"
            : $"{Path.GetFileName(path)}: differs from what was verified\n{Difference(verified, received)}";
    }

    private static string Difference(string verified, string received) => string.Join('\n',
        from line in new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines
        where line.Type != ChangeType.Unchanged
        select $"{line.Position,5} {(line.Type == ChangeType.Inserted ? '+' : '-')} {line.Text}");

    // A release must not change every file.
    private static string WithoutVersion(string text) => GeneratedBy().Replace(text, "$1version$2");

    private static string WithoutExtension(string hint) =>
        hint.EndsWith(".cs", StringComparison.Ordinal) ? hint[..^3] : hint;

    // A deterministic build maps source paths, so only the part below the test folder can be trusted.
    private static string RelativeDirectory(string file)
    {
        const string Folder = "/SafeState.Generator.Tests/";
        var normalised = file.Replace('\\', '/');
        var start = normalised.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length;
        return Path.GetDirectoryName(normalised[start..])!;
    }

    [GeneratedRegex("""(GeneratedCode\("[^"]+", ")[^"]+("\))""")]
    private static partial Regex GeneratedBy();
}
