namespace SafeState.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask what was computed again.</summary>
internal static class TrackingNames
{
    public const string Holders = nameof(Holders);
    public const string Nodes = nameof(Nodes);
    public const string Models = nameof(Models);
    public const string NameClashes = nameof(NameClashes);
    public const string Files = nameof(Files);
    public const string Findings = nameof(Findings);
    public const string Strays = nameof(Strays);
}
