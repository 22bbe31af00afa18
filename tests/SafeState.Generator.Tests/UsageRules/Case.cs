using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SafeState.Generator.Tests.UsageRules;

/// <summary>A program of a corpus. The lines that must be reported end with a comment that names the ids: <c>// SAFE001</c>.</summary>
internal sealed record Case(string Name, string Source)
{
    /// <summary>Whether it has top-level statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>The version of the language that it is written in. An older compiler cannot judge it.</summary>
    public int Language { get; init; } = 12;

    public bool IsUnderstood => Language * 100 <= (int)LanguageVersion.Latest.MapSpecifiedToEffectiveVersion();

    public GeneratorOptions Options =>
        GeneratorOptions.Default with { OutputKind = IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary };

    public const string Usings = """
        #pragma warning disable CS1591 // These programs are not documented.
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using SafeState;


        """;

    public const string Values = """

        public sealed record Client(string Name);

        """;

    /// <summary>Members that stand in a holder of instances.</summary>
    public static Case InHub(string name, string members) => new(name, $$"""
        {{Usings}}
        [SharedState]
        public partial class Hub
        {
            private readonly Dictionary<string, Client> _clients = new();
            private readonly HashSet<string> _rooms = new(StringComparer.OrdinalIgnoreCase);
            private List<int> _log = new();
            private int _peak;
            private (int, int) _pair;
            private Client _last = new("nobody");

        {{members}}
        }
        {{Values}}
        """);

    /// <summary>Members that stand in a static holder.</summary>
    public static Case InRegistry(string name, string members) => new(name, $$"""
        {{Usings}}
        [SharedState]
        public static partial class Registry
        {
            private static readonly Dictionary<string, Client> s_clients = new();
            private static int s_peak;

        {{members}}
        }
        {{Values}}
        """);

    /// <summary>Code beside a holder that opens its scopes to everybody.</summary>
    public static Case BesideHub(string name, string code) => new(name, $$"""
        {{Usings}}
        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public partial class Hub
        {
            private readonly Dictionary<string, Client> _clients = new();
            private int _peak;
        }

        {{code}}
        {{Values}}
        """);

    /// <summary>Statements in a method that is given a holder whose scopes are open to everybody.</summary>
    public static Case WithHub(string name, string statements) => BesideHub(name, $$"""
        public static class User
        {
            public static void Use(Hub hub, Hub other)
            {
        {{statements}}
            }
        }
        """);

    public Case WithUsing(string directive) => this with { Source = directive + "\n" + Source };

    public Case Replacing(string old, string text) => this with { Source = Source.Replace(old, text) };

    public override string ToString() => Name;
}
