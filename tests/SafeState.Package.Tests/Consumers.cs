namespace SafeState.Package.Tests;

/// <summary>The projects of the folder <c>Consumers</c>, copied out of the repository and pointed at the package.</summary>
internal sealed class Consumers : IDisposable
{
    private readonly Dictionary<string, string> _environment;
    private readonly string _directory = Directory.CreateTempSubdirectory("safestate-consumers-").FullName;

    public Consumers(PackedPackage package)
    {
        var source = Path.Combine(PackedPackage.Repository, "tests", "SafeState.Package.Tests", "Consumers");
        foreach (var file in Directory.GetFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var copy = Path.Combine(_directory, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var profile = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        _environment = new()
        {
            ["SafeStateFeed"] = package.Feed,
            ["SafeStateVersion"] = package.Version,
            ["MachinePackages"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(profile, ".nuget", "packages"),
            // Only the newest runtime need be installed.
            ["DOTNET_ROLL_FORWARD"] = "Major",
        };
    }

    public DotnetResult Build(string project, params string[] options) =>
        Dotnet.Run(_directory, _environment, ["build", project, "--nologo", "-v", "quiet", .. options]);

    public string Run(string project, string framework) =>
        Dotnet.Run(_directory, _environment, [Path.Combine(project, "bin", "Debug", framework, $"{project}.dll")]).AssertSucceeded().Output.Trim();

    public void Edit(string file, string oldText, string newText)
    {
        var path = Path.Combine(_directory, file);
        var text = File.ReadAllText(path);
        Assert.Contains(oldText, text);
        File.WriteAllText(path, text.Replace(oldText, newText, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
