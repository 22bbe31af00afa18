using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Tests.Analyzers;

/// <summary>A program for the analyzers that give advice, with what they must say marked in it.</summary>
internal sealed record AdviceCase(string Name, string Source)
{
    public bool IsProgram { get; init; }

    public GeneratorOptions Options =>
        GeneratorOptions.Default with { OutputKind = IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary };

    public const string Usings = """
        #pragma warning disable CS1591 // These programs are not documented.
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using SafeState;

        """;

    private const string Holders = """
        public sealed record Client(string Name, int Room = 0);

        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public sealed partial class Hub
        {
            private readonly Dictionary<string, Client> _clients = new();
            private readonly Dictionary<string, int> _counts = new();
            private readonly HashSet<string> _rooms = new();
            private readonly List<int> _log = new();
            private readonly Queue<int> _jobs = new();
            private int _peak;
        /**/
        }

        [SharedState(ScopeAccess = ScopeAccess.Public)]
        public static partial class Registry
        {
            private static readonly Dictionary<string, Client> s_entries = new();
            private static int s_total;
        }

        """;

    /// <summary>Statements in a method that is given holders from somewhere.</summary>
    public static AdviceCase In(string name, string statements) => Beside(name, $$"""
        public static class User
        {
            public static void Use(Hub hub, Hub other, string id, Client info)
            {
        {{statements}}
            }
        }
        """);

    /// <summary>A member of a class that works with holders.</summary>
    public static AdviceCase Member(string name, string members) => Beside(name, $$"""
        public sealed class User(Hub hub)
        {
            private readonly object _gate = new();
            private readonly Hub _hub = hub;

            public object Gate => _gate;

            public Hub Hub => _hub;

        {{members}}
        }
        """);

    /// <summary>A member of a holder.</summary>
    public static AdviceCase OfHub(string name, string members) => new(name, Usings + Holders.Replace("/**/", members));

    /// <summary>Code beside the holders.</summary>
    public static AdviceCase Beside(string name, string code) => new(name, Usings + Holders + code);

    /// <summary>Top-level statements before the holders.</summary>
    public static AdviceCase Program(string name, string statements) => new(name, Usings + statements + "\n\n" + Holders) { IsProgram = true };

    /// <summary>Code without holders.</summary>
    public static AdviceCase Plain(string name, string code) => new(name, Usings + code);

    public AdviceCase With(string code) => this with { Source = Source + "\n" + code };

    public AdviceCase Replacing(string old, string text) => this with { Source = Source.Replace(old, text) };

    public override string ToString() => Name;
}
