namespace SafeState.CodeFixes.Common;

/// <summary>One thing that can be done about a finding.</summary>
/// <param name="Key">What "Fix All" repeats: remedies of the same key do the same to other findings.</param>
/// <param name="Title">What the user reads in the list.</param>
/// <param name="Apply">Makes the edits. Those of many findings are made together, so what several of them share is edited once.</param>
internal sealed record Remedy(string Key, string Title, Func<Edits, Task> Apply);
