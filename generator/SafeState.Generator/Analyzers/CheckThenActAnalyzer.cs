using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SafeState.Generator.Analyzers.CheckThenAct;
using SafeState.Generator.Analyzers.Programs;
using SafeState.Generator.Rules;

namespace SafeState.Generator.Analyzers;

/// <summary>SAFE103: what a facade or a scalar said decides about a later change of the same state, which another thread may have changed in between.</summary>
/// <remarks>
/// <para>For code fixes, each diagnostic has</para>
/// <list type="bullet">
/// <item>as location the whole check: the call, the element access, the property; for <c>map[key] += 1</c> the whole assignment;</item>
/// <item>as additional locations, in the order of the text, all that depends on it: each the whole call, the whole assignment, or the
/// element access that is read; for <c>map[key] += 1</c> that assignment again;</item>
/// <item>the property <see cref="RemedyProperty"/>, what to write instead: <c>TryAdd</c>, <c>GetOrAdd</c>, <c>AddOrUpdate</c>,
/// <c>Update</c>, <c>TryGetValue</c>, <c>TryGet</c>, <c>Add</c>, <c>Remove</c>, <c>TryDequeue</c> are members of the facade; <c>ForEach</c> is a
/// loop over the facade; <c>Scope</c> means that no single call does it;</item>
/// <item>the property <see cref="FacadeProperty"/>, the facade as the check writes it (<c>hub.Clients</c>); for a scalar its getter;</item>
/// <item>the property <see cref="KeyProperty"/>, the key or element as the check writes it; absent where there is none.</item>
/// </list>
/// <para>
/// A remedy other than <c>Scope</c> says what is meant, not that the code around it has a shape that can be rewritten: a fix has
/// to look at the statements itself.
/// </para>
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CheckThenActAnalyzer : BodyAnalyzer
{
    /// <summary>The name of the property that says what to write instead.</summary>
    public const string RemedyProperty = "Remedy";

    /// <summary>The name of the property that has the text of the facade.</summary>
    public const string FacadeProperty = "Facade";

    /// <summary>The name of the property that has the text of the key.</summary>
    public const string KeyProperty = "Key";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Advisories.CheckThenAct);

    private protected override void Judge(Body body, Action<Diagnostic> report)
    {
        foreach (var pair in new PairFinder(body).Find())
        {
            report(ToDiagnostic(pair));
        }
    }

    private static Diagnostic ToDiagnostic(Pair pair)
    {
        var check = pair.Check.Operation.Syntax;
        var facade = pair.Check.State.Syntax.ToString();
        var properties = ImmutableDictionary<string, string?>.Empty.Add(RemedyProperty, pair.Remedy.ToString()).Add(FacadeProperty, facade);
        if (pair.Check.Key is { } key)
        {
            properties = properties.Add(KeyProperty, key.Syntax.ToString());
        }

        return Diagnostic.Create(
            Advisories.CheckThenAct,
            check.GetLocation(),
            pair.Acts.Select(act => act.Operation.Syntax.GetLocation()),
            properties,
            pair.Check.IsCompound ? $"'{check.Quoted()}' reads and writes in two steps" : $"'{check.Quoted()}' and '{pair.Acts[0].Operation.Syntax.Quoted()}' are two steps",
            pair.Check.Place.Last.Name,
            WayOut(pair, facade));
    }

    private static string WayOut(Pair pair, string facade) => pair.Remedy switch
    {
        Remedy.Scope when pair.Acts.Any(act => act.Scope is not null) => "look at it again inside the scope",
        Remedy.Scope => "do both in one scope",
        Remedy.ForEach => $"write 'foreach (var item in {facade})', which sees one instant",
        var call => $"use '{facade}.{call}', which does both at once",
    };
}
