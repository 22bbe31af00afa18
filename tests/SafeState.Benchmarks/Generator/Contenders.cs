using Microsoft.CodeAnalysis;

namespace SafeState.Benchmarks.Generator;

/// <summary>SafeState's generator, one that writes empty files for the same holders, and the SDK's own.</summary>
internal static class Contenders
{
    public const string SafeState = "SafeState";
    public const string EmptyFiles = "an empty file each";

    /// <param name="methods">How many methods each holder has; every one opens a scope.</param>
    public static IReadOnlyList<Contender> All(int methods) =>
    [
        new(SafeState, ContenderRole.Measured, () => new SafeState.Generator.SharedStateGenerator().AsSourceGenerator(), (number, edit) => Holder(number, edit, methods)),
        new(EmptyFiles, ContenderRole.Floor, () => new EmptyFileGenerator().AsSourceGenerator(), (number, edit) => Holder(number, edit, methods)),
        new("Regex", ContenderRole.Peer, () => SdkGenerators.Load(SdkGenerators.Platform, "System.Text.RegularExpressions.Generator", "RegexGenerator"), Regex),
        new("LoggerMessage", ContenderRole.Peer, () => SdkGenerators.Load(SdkGenerators.Web, "Microsoft.Extensions.Logging.Generators", "LoggerMessageGenerator"), LoggerMessage),
        new("System.Text.Json", ContenderRole.Peer, () => SdkGenerators.Load(SdkGenerators.Platform, "System.Text.Json.SourceGeneration", "JsonSourceGenerator"), Json),
    ];

    private static string Holder(int number, int edit, int methods) => $$"""
        using System.Collections.Generic;
        using SafeState;

        namespace Program.Holders;

        public sealed record Client{{number}}(string Name, int Room);

        [SharedState]
        public sealed partial class Holder{{number}}
        {
            private readonly Dictionary<string, Client{{number}}> _clients = new();
            private readonly List<int> _rooms = [];
            private int _peak{{edit}};

            public Client{{number}}? Find(string id) => Clients.GetValueOrDefault(id);
        {{string.Concat(Enumerable.Range(0, methods).Select(method => $$"""

                public void Join{{method}}(string id, Client{{number}} client)
                {
                    using var state = EnterWrite();
                    state.Clients.Set(id, client);
                    if (!state.Rooms.Contains(client.Room))
                    {
                        state.Rooms.Add(client.Room);
                    }

                    state.Peak{{edit}} = System.Math.Max(state.Peak{{edit}}, state.Clients.Count);
                }

            """))}}
        }
        """;

    private static string Regex(int number, int edit) => $$"""
        using System.Text.RegularExpressions;

        namespace Program.Holders;

        public static partial class Holder{{number}}
        {
            [GeneratedRegex("^[a-z]+{{number}}-{{edit}}$")]
            private static partial Regex Pattern();

            public static bool IsMatch(string text) => Pattern().IsMatch(text);
        }
        """;

    private static string LoggerMessage(int number, int edit) => $$"""
        using Microsoft.Extensions.Logging;

        namespace Program.Holders;

        public static partial class Holder{{number}}
        {
            [LoggerMessage({{number}}, LogLevel.Information, "{client} joined {room} ({{edit}})")]
            public static partial void Joined(ILogger logger, string client, int room);
        }
        """;

    private static string Json(int number, int edit) => $$"""
        using System.Text.Json.Serialization;

        namespace Program.Holders;

        public sealed record Client{{number}}(string Name, int Room{{edit}});

        [JsonSerializable(typeof(Client{{number}}))]
        public sealed partial class Holder{{number}} : JsonSerializerContext;
        """;
}
