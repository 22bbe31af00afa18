using System.Text.RegularExpressions;

namespace SafeState.Generator.Tests.Docs;

/// <summary>The page that the benchmarks write is whole.</summary>
public sealed partial class BenchmarksPageTests
{
    private static readonly string Page = DocumentationPages.Read("docs/benchmarks.md");

    private static (string Bar, string Verdict)[] Rows =>
        [.. Row().Matches(Page).Select(row => (row.Groups["bar"].Value, row.Groups["verdict"].Value))];

    // Each begins with the bars that are missed for it.
    private static IEnumerable<string> Reasons => Page.Split('\n').Where(line => line.StartsWith("- **", StringComparison.Ordinal));

    [Theory]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: reads, 1 thread,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 0.1 % writes, 1 thread,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 1 % writes, 1 thread,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 10 % writes, 1 thread,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 50 % writes, 1 thread,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: reads, 2 threads,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 0.1 % writes, 2 threads,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 1 % writes, 2 threads,")]
    [InlineData("ReaderWriterLock against ReaderWriterLockSlim: 10 % writes, 2 threads,")]
    [InlineData("ReaderWriterLock against the better of lock (Lock) and ReaderWriterLockSlim: 50 % writes, 2 threads,")]
    [InlineData("ReaderWriterLock against the better of lock (Lock) and ReaderWriterLockSlim: reads, 16 threads,")]
    [InlineData("ReaderWriterLock against the better of lock (Lock) and ReaderWriterLockSlim: 50 % writes, 16 threads,")]
    [InlineData("Mutex against lock (Lock): reads, 1 thread,")]
    [InlineData("CopyOnWrite against Dictionary, no lock: reads, 1 thread,")]
    [InlineData("CopyOnWrite against ConcurrentDictionary: reads, 2 threads,")]
    [InlineData("FreezeOnce, frozen against Dictionary, no lock: reads, 1 thread,")]
    [InlineData("FreezeOnce, frozen against ConcurrentDictionary: reads, 2 threads,")]
    [InlineData("Striped against ConcurrentDictionary: ReadHeavy, 2 threads,")]
    [InlineData("Striped against ConcurrentDictionary: Exchange, 2 threads,")]
    [InlineData("Striped against ConcurrentDictionary: RapidGrow, 2 threads,")]
    [InlineData("The longest wait of a writer among readers")]
    [InlineData("99 of 100 waits of a writer among readers")]
    [InlineData("Snapshot() after a write, in copies: ReaderWriterLock, one thread asks")]
    [InlineData("Snapshot() after a write, in copies: ReaderWriterLock, 4 threads ask at once")]
    [InlineData("Bytes allocated by Snapshot() again")]
    [InlineData("A build of 200 files with the rules against one without")]
    [InlineData("The generator, per holder, cold")]
    [InlineData("The generator, per holder, after an edit in a method elsewhere")]
    [InlineData("The generator, per holder, after a new member elsewhere")]
    [InlineData("The generator, per holder, beyond what empty files take, 10,000 holders against 1,000")]
    public void Every_bar_has_its_number(string bar) =>
        Assert.Contains(Rows, row => row.Bar.StartsWith(bar, StringComparison.Ordinal));

    [Fact]
    public void What_is_missed_is_said_again_with_a_reason() => Assert.All(
        Rows.Where(row => row.Verdict == "**missed**"),
        row => Assert.DoesNotContain("no reason is known", Assert.Single(Reasons, reason => reason.Contains($"**{row.Bar}**: ", StringComparison.Ordinal))));

    [GeneratedRegex(@"^\| (?<bar>[^|]+) \| [^|]+ \| [^|]+ \| (?<verdict>reached|\*\*missed\*\*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
