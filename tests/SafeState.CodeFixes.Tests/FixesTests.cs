using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SafeState.CodeFixes.Tests;

/// <summary>What holds for every fix.</summary>
public sealed class FixesTests
{
    public static TheoryData<Type> All =>
        [.. typeof(MakePartialFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(All))]
    public void An_editor_finds_it_and_can_apply_it_everywhere(Type type)
    {
        var fix = (CodeFixProvider)Activator.CreateInstance(type)!;
        Assert.True(type.IsPublic);
        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages);
        Assert.All([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], scope => Assert.Contains(scope, fix.GetFixAllProvider()!.GetSupportedFixAllScopes()));
        Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(FixHarness.Analyzers, analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id == id)));
    }
}
