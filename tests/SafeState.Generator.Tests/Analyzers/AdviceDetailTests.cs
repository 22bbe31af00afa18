using Microsoft.CodeAnalysis;
using SafeState.Generator.Analyzers;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>What diagnostics carry besides a place, and what decides whether they appear.</summary>
public class AdviceDetailTests
{
    private const string CheckThenAct = "if (!{|SAFE103:hub.Clients.ContainsKey(id)|}) hub.Clients.Add(id, info);";

    [Fact]
    public async Task A_check_carries_what_a_fix_needs()
    {
        var program = AdviceCase.In("", "if ({|SAFE103:hub.Counts.ContainsKey(id)|}) hub.Counts[id] = hub.Counts[id] + 1; else hub.Counts.Add(id, 1);");
        var diagnostic = Assert.Single(await AdviceHarness.RunMarkedAsync(program));
        Assert.Equal("AddOrUpdate", diagnostic.Properties[CheckThenActAnalyzer.RemedyProperty]);
        Assert.Equal("hub.Counts", diagnostic.Properties[CheckThenActAnalyzer.FacadeProperty]);
        Assert.Equal("id", diagnostic.Properties[CheckThenActAnalyzer.KeyProperty]);
        Assert.Equal(["hub.Counts[id]", "hub.Counts[id] = hub.Counts[id] + 1", "hub.Counts.Add(id, 1)"], diagnostic.AdditionalLocations.Select(TextAt));
        Assert.Equal(
            "'hub.Counts.ContainsKey(id)' and 'hub.Counts[id]' are two steps, between which another thread may change 'Counts': use 'hub.Counts.AddOrUpdate', which does both at once",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task An_order_of_locks_names_both_places()
    {
        var diagnostic = Assert.Single(await RunAsync(
            new SourceFile("/project/First.cs", "public static class First { public static void M(One one, Two two) { using var state = one.EnterWrite(); two.Items.Clear(); } }"),
            new SourceFile("/project/Second.cs", "public static class Second\n{\n    public static void M(One one, Two two) { using var state = two.EnterWrite(); one.Items.Clear(); }\n}"),
            new SourceFile("/project/Holders.cs", Holder("One") + Holder("Two"))));
        Assert.Equal("SAFE104", diagnostic.Id);
        Assert.Equal("one.Items.Clear()", TextAt(diagnostic.Location));
        Assert.Equal("two.Items.Clear()", TextAt(Assert.Single(diagnostic.AdditionalLocations)));
        Assert.Equal(
            "'One' is locked inside 'Two' in Second.cs, line 3, and the other way round in First.cs, line 1: two threads that do both wait for each other for ever; use one order, or leave the one before entering the other",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task Holders_of_another_project_are_known()
    {
        using var library = new MemoryStream();
        Assert.True(GeneratorHarness.Run([new SourceFile("/library/Holder.cs", Holder("One"))]).Output.WithAssemblyName("Library").Emit(library).Success);
        var user = new SourceFile("/project/User.cs", "public static class User { public static void M(Keeper keeper) { if (!keeper.Kept.Items.Contains(1)) { keeper.Kept.Items.Add(1); } using var state = keeper.Kept.EnterWrite(); System.Threading.Thread.Sleep(1); } }\npublic sealed class Keeper { public One Kept { get; } = new(); }");
        var result = GeneratorHarness.Run([user], GeneratorOptions.Default with { References = [MetadataReference.CreateFromImage(library.ToArray())] });
        Assert.Equal(["SAFE103", "SAFE105"], (await AdviceHarness.RunAsync(result.Output)).Select(diagnostic => diagnostic.Id).Order());
    }

    [Fact]
    public async Task Advice_is_silenced_like_that_of_any_analyzer()
    {
        var program = AdviceCase.In("", "#pragma warning disable SAFE103\n" + CheckThenAct);
        var result = GeneratorHarness.Run(MarkedProgram.Parse(program.Source).Text);
        Assert.Empty(await AdviceHarness.RunAsync(result.Output));
    }

    [Fact]
    public async Task Generated_code_is_left_alone()
    {
        var program = new SourceFile("/project/User.g.cs", MarkedProgram.Parse(AdviceCase.In("", CheckThenAct).Source).Text);
        Assert.Empty(await RunAsync(program));
    }

    private static async Task<IReadOnlyList<Diagnostic>> RunAsync(params SourceFile[] sources) => await AdviceHarness.RunAsync(GeneratorHarness.Run(sources).Output);

    private static string Holder(string name) =>
        $"[SafeState.SharedState(ScopeAccess = SafeState.ScopeAccess.Public)] public sealed partial class {name} {{ private readonly System.Collections.Generic.List<int> _items = new(); }}\n";

    private static string TextAt(Location place) => place.SourceTree!.GetText().ToString(place.SourceSpan);
}
