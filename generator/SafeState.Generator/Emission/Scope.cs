namespace SafeState.Generator.Emission;

/// <summary>What tells read scopes and write scopes apart.</summary>
/// <param name="Verb"><c>Read</c> or <c>Write</c>, as in <c>EnterRead</c>.</param>
/// <param name="Purpose">What opening one does, for documentation.</param>
/// <param name="Summary">What the scope is, for documentation.</param>
internal sealed record Scope(string Verb, string Purpose, string Summary)
{
    public static Scope Read { get; } = new(
        "Read",
        "Opens a scope in which several reads see the state of one instant.",
        "The state at one instant, to read. Nobody changes it before the scope ends.");

    public static Scope Write { get; } = new(
        "Write",
        "Opens a scope in which several reads and changes are one step for everybody else.",
        "The state, to read and to change. Nobody else sees it before the scope ends.");

    public string Name => Verb + "Scope";

    public string Ticket => $"global::SafeState.Infrastructure.{Verb}Ticket";
}
