using System.Diagnostics;
using SafeState.Generator;

namespace SafeState.Benchmarks.Analyzers;

/// <summary>A project in a temporary folder, and its builds.</summary>
internal sealed class ProjectToBuild : IDisposable
{
    public const int UsualFiles = 200;
    public const int UsualHolders = 50;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("safestate-");

    /// <param name="files">How many files it has.</param>
    /// <param name="holders">How many of them declare a holder.</param>
    /// <param name="alone">Whether the SDK's own analyzers are left out.</param>
    public ProjectToBuild(int files, int holders, bool alone)
    {
        foreach (var (name, text) in ProjectSources.Of(files, holders))
        {
            Write(name, text);
        }

        Write("Program.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <EnableNETAnalyzers>{!alone}</EnableNETAnalyzers>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(SharedStateAttribute).Assembly.Location}" />
                <Analyzer Include="$(Generator)" />
                <Using Include="SafeState" />
              </ItemGroup>
            </Project>
            """);
        WriteGenerators();
        Run("restore");
    }

    /// <summary>One build of everything, by processes that are started for it and end with it.</summary>
    public BuildTime Build(bool withRules)
    {
        var processor = ChildProcesses.AreMeasured ? ChildProcesses.ProcessorSeconds : 0;
        var start = Stopwatch.GetTimestamp();
        Run("build", "--no-restore", "--no-incremental", "--nodeReuse:false", "--maxCpuCount:1", "--property:UseSharedCompilation=false", $"--property:Generator={PathOfGenerator(withRules)}");
        var wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new BuildTime(ChildProcesses.AreMeasured ? ChildProcesses.ProcessorSeconds - processor : wall, wall);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private string PathOfGenerator(bool withRules) => Path.Combine(_folder.FullName, withRules ? "with" : "without", "SafeState.Generator.dll");

    /// <summary>
    /// The generator's assembly as it is, and once more with no analyzers that the compiler can see: the attribute that marks them is
    /// named by its metadata, and another name of the same length is no attribute that it knows.
    /// </summary>
    private void WriteGenerators()
    {
        var assembly = File.ReadAllBytes(typeof(SharedStateGenerator).Assembly.Location);
        WriteGenerator(withRules: true, assembly);
        var mark = "\0DiagnosticAnalyzerAttribute\0"u8;
        assembly.AsSpan(assembly.AsSpan().IndexOf(mark), mark.Length).Replace((byte)'D', (byte)'X');
        WriteGenerator(withRules: false, assembly);
    }

    private void WriteGenerator(bool withRules, byte[] assembly)
    {
        var path = PathOfGenerator(withRules);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, assembly);
    }

    private void Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "--nologo", "--verbosity:quiet"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        };

        // What "dotnet run" or a build has told this process is not meant for another build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{output}");
        }
    }
}
