using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.Pipeline;

/// <summary>What an edit of the program makes the generator do again.</summary>
public sealed class IncrementalityTests
{
    private static readonly SourceFile Rooms = new("/project/Rooms.cs", """
        using System.Collections.Generic;
        using SafeState;

        [SharedState]
        public partial class Rooms
        {
            private readonly Dictionary<string, Room> _open = new();

            public int Twice() => Open.Count;
        }
        """);

    private static readonly SourceFile Votes = new("/project/Votes.cs", """
        using SafeState;

        [SharedState]
        public partial class Votes
        {
            private int _count;
        }
        """);

    private static readonly SourceFile Tree = new("/project/Tree.cs", """
        using System.Collections.Generic;
        using SafeState;

        [StateNode]
        public sealed partial class Tree
        {
            private readonly Dictionary<string, Tree> _branches = new();
            private int _leaves;

            public int Twice() => 2;
        }
        """);

    private static readonly SourceFile Room = new("/project/Room.cs", "public sealed record Room(int Seats);");

    [Fact]
    public void An_unrelated_file_makes_nothing_run() =>
        Incrementality.AssertNothingRan(Run().AfterAdding(new SourceFile("/project/Other.cs", "class Other;")));

    [Fact]
    public void An_edit_of_a_method_in_a_holder_makes_nothing_run_that_writes_a_file() =>
        AssertFiles(Run().AfterEditing(Rooms.Path, text => text.Replace("=> Open.Count", "=> Open.Count * 2")), []);

    [Fact]
    public void A_comment_above_a_holder_makes_nothing_run_that_writes_a_file() =>
        AssertFiles(Run().AfterEditing(Rooms.Path, text => "// Rooms.\n" + text), []);

    [Fact]
    public void A_new_field_regenerates_the_file_of_its_holder_only() =>
        AssertFiles(Run().AfterEditing(Rooms.Path, text => text.Replace("public int Twice", "private int _peak;\n    public int Twice")), [("Rooms.g.cs", IncrementalStepRunReason.Modified)]);

    [Fact]
    public void A_new_field_in_another_part_of_a_holder_regenerates_its_file_only() =>
        AssertFiles(Run().AfterAdding(new SourceFile("/project/Votes.More.cs", "partial class Votes { private long _more; }")), [("Votes.g.cs", IncrementalStepRunReason.Modified)]);

    [Fact]
    public void Another_strategy_regenerates_the_file_of_its_holder_only() =>
        AssertFiles(Run().AfterEditing(Votes.Path, text => text.Replace("[SharedState]", "[SharedState(Strategy = Strategy.Mutex)]")), [("Votes.g.cs", IncrementalStepRunReason.Modified)]);

    [Fact]
    public void A_new_holder_adds_a_file_and_leaves_the_others() =>
        AssertFiles(Run().AfterAdding(new SourceFile("/project/Added.cs", Votes.Text.Replace("Votes", "Added"))), [("Added.g.cs", IncrementalStepRunReason.New)]);

    [Fact]
    public void An_edit_of_a_method_in_a_node_makes_nothing_run_that_writes_a_file() =>
        AssertFiles(Run().AfterAdding(Tree).AfterEditing(Tree.Path, text => text.Replace("=> 2", "=> 4")), []);

    [Fact]
    public void A_new_field_of_a_node_regenerates_its_file_only() =>
        AssertFiles(Run().AfterAdding(Tree).AfterEditing(Tree.Path, text => text.Replace("public int Twice", "private int _rings;\n    public int Twice")), [("Tree.g.cs", IncrementalStepRunReason.Modified)]);

    [Fact]
    public void A_change_of_a_value_type_elsewhere_leaves_the_files_as_they_are() =>
        AssertFiles(Run().AfterEditing(Room.Path, text => text.Replace("int Seats", "int Seats, string Name")), []);

    [Fact]
    public void A_value_type_that_is_no_longer_safe_to_share_is_reported_though_its_holder_was_not_touched()
    {
        var result = Run().AfterEditing(Room.Path, _ => "public class Room { public int Seats; }");
        Assert.Equal(["SAFE006"], result.GeneratorFindings.Select(finding => finding.Id));
    }

    [Fact]
    public void A_mistake_inside_a_holder_is_reported_and_regenerates_nothing()
    {
        var result = Run().AfterEditing(Rooms.Path, text => text.Replace("=> Open.Count", "=> _open.Count"));
        Assert.Equal(["SAFE001"], result.Findings.Select(finding => finding.Id));
        AssertFiles(result, []);
    }

    [Fact]
    public void A_mistake_that_is_mended_is_no_longer_reported()
    {
        var wrong = Run().AfterEditing(Rooms.Path, text => text.Replace("=> Open.Count", "=> _open.Count"));
        wrong.AfterEditing(Rooms.Path, text => text.Replace("=> _open.Count", "=> Open.Count")).AssertClean();
    }

    [Fact]
    public void A_holder_that_loses_its_attribute_loses_its_file() =>
        Assert.Equal(["Rooms.g.cs"], Run().AfterEditing(Votes.Path, text => text.Replace("[SharedState]", "")).Sources.Keys);

    [Fact]
    public void Every_step_is_named_and_its_models_are_walked()
    {
        // A program with one of everything the pipeline looks for, mistakes included.
        var result = GeneratorHarness.Run([Rooms, Votes, Room, Tree, new SourceFile("/project/Mistakes.cs", """
            using SafeState;

            [SharedState(ScopeAccess = ScopeAccess.Internal)]
            partial class Mistakes
            {
                private int _count;

                int Touch() => _count;

                static void Stray(Mistakes mistakes) => mistakes.EnterWrite().Dispose();
            }
            """)]);
        Assert.NotEmpty(Incrementality.StepNames);
        Assert.Equal(Incrementality.StepNames.Order(), Incrementality.OwnSteps(result.Run).Select(step => step.Name).Distinct().Order());
        result.AssertModelsAreFreeOfTheCompiler();
        result.AssertCachedAfterUnrelatedEdit();
    }

    private static GeneratorResult Run()
    {
        var result = GeneratorHarness.Run([Rooms, Votes, Room]);
        result.AssertClean();
        return result;
    }

    /// <summary>Exactly these files were written anew, all others kept.</summary>
    private static void AssertFiles(GeneratorResult result, (string HintName, IncrementalStepRunReason Reason)[] expected)
    {
        var written =
            from step in result.Run.TrackedSteps[TrackingNames.Files]
            from output in step.Outputs
            where output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
            select (((Model.GeneratedFile)output.Value).HintName, output.Reason);
        Assert.Equal(expected.Order(), written.Order());
    }
}
