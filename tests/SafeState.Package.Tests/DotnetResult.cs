using System.Text.RegularExpressions;

namespace SafeState.Package.Tests;

/// <summary>How a command ended and what it printed.</summary>
internal sealed partial record DotnetResult(int ExitCode, string Output)
{
    /// <summary>The ids of the errors and warnings of a build, each once.</summary>
    public IEnumerable<string> Ids => Diagnostic().Matches(Output).Select(match => match.Groups["id"].Value).Distinct().Order();

    public DotnetResult AssertSucceeded()
    {
        Assert.True(ExitCode == 0, Output);
        Assert.Empty(Ids);
        return this;
    }

    public void AssertFailedWith(params string[] ids)
    {
        Assert.True(ExitCode != 0, $"Expected the build to fail with {string.Join(", ", ids)}:\n{Output}");
        Assert.True(ids.Order().SequenceEqual(Ids), $"Expected {string.Join(", ", ids)}:\n{Output}");
    }

    [GeneratedRegex(@"(error|warning) (?<id>[A-Z]+\d+):")]
    private static partial Regex Diagnostic();
}
