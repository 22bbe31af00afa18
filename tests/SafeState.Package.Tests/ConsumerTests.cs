namespace SafeState.Package.Tests;

/// <summary>What a project gets that has nothing but a reference to the package.</summary>
[Collection(PackedPackage.Collection)]
public sealed class ConsumerTests(PackedPackage package)
{
    [Fact]
    public void Programs_build_without_warnings_and_run_on_each_framework_and_through_a_library()
    {
        using var consumers = new Consumers(package);
        consumers.Build("Working.slnx").AssertSucceeded();

        Assert.Equal("1000 routes on .NET 8, frozen: True", consumers.Run("Net8", "net8.0"));
        Assert.Equal("1000 joined, [100,100,100,100,100,100,100,100,100,100]", consumers.Run("Net10", "net10.0"));
        Assert.Equal("1000 votes of 10 voters", consumers.Run("ThroughLibrary", "net10.0"));
        Assert.Equal("1000 planted, 20 named", consumers.Run("Trimmable", "net10.0"));

        // A look-up that runs out of memory lets go of the lock.
        Assert.Equal("starved, unlocked starved, unlocked starved, unlocked", consumers.Run("Starved", "net10.0"));
    }

    [Fact]
    public void Direct_access_fails_the_build_whatever_is_suppressed_and_keeps_failing()
    {
        const string Program = "Unguarded/Program.cs";
        using var consumers = new Consumers(package);
        consumers.Build("Unguarded").AssertFailedWith("SAFE001");

        consumers.Edit(Program, "Console.", "/* an edit elsewhere */ Console.");
        consumers.Build("Unguarded").AssertFailedWith("SAFE001");

        // Over the output of a good build, too: a build that "succeeds" without compiling would be the worst answer.
        consumers.Edit(Program, "_entries.Clear()", "Entries.Clear()");
        consumers.Build("Unguarded").AssertSucceeded();
        consumers.Edit(Program, "Entries.Clear()", "_entries.Clear()");
        consumers.Build("Unguarded").AssertFailedWith("SAFE001");
    }

    [Fact]
    public void A_reference_that_leaves_analyzers_out_does_not_leave_the_generator_out()
    {
        using var consumers = new Consumers(package);
        consumers.Edit("Unguarded/Unguarded.csproj", "<PackageReference ", "<PackageReference ExcludeAssets=\"analyzers\" ");
        consumers.Build("Unguarded").AssertFailedWith("SAFE001");
    }

    [Fact]
    public void A_stray_scope_fails_the_build_of_another_project()
    {
        using var consumers = new Consumers(package);
        consumers.Build("StrayScope").AssertFailedWith("SAFE011");
    }

    [Fact]
    public void A_framework_that_the_package_does_not_serve_is_refused()
    {
        using var consumers = new Consumers(package);
        consumers.Edit("Net8/Net8.csproj", "net8.0", "netstandard2.0");
        consumers.Build("Net8", "-p:OutputType=Library").AssertFailedWith("SAFE008");
    }

    [Fact]
    public void A_compiler_that_cannot_load_the_generator_is_refused()
    {
        using var consumers = new Consumers(package);
        consumers.Build("Net8", "-p:CompilerApiVersion=roslyn4.7").AssertFailedWith("SAFE008");
    }
}
