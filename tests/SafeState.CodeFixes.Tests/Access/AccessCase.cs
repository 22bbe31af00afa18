namespace SafeState.CodeFixes.Tests.Access;

/// <summary>Members of a holder that touch its state, and what "Fix All" makes of them.</summary>
internal sealed record AccessCase(string Name, string Before, string After)
{
    /// <summary>Nothing is offered, so that the finding stays with its author.</summary>
    public static AccessCase Unchanged(string name, string members) => new(name, members, members);

    public bool IsUnchanged => Before == After;

    public static string InHub(string members) => $$"""
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using SafeState;

        public readonly record struct Point(int X, int Y);

        [SharedState]
        public sealed partial class Hub
        {
            private readonly Dictionary<string, int> _counts = new();
            private readonly SortedDictionary<int, string> _names = new();
            private readonly HashSet<string> _rooms = new();
            private readonly List<string> _log = new();
            private readonly Queue<int> _jobs = new();
            private readonly Dictionary<string, List<int>> _scores = new();
            private readonly Dictionary<string, HashSet<string>> _tags = new(StringComparer.Ordinal);
            private readonly Dictionary<string, Dictionary<string, int>> _grid = new();
            private readonly Dictionary<string, Dictionary<int, List<string>>> _archive = new();
            private int _peak;
            private long _total;
            private Point _last;
            private DayOfWeek _day;

        {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Insert(0, "    ").Replace("\n    \n", "\n\n")}}
        }

        """;

    public override string ToString() => Name;
}
