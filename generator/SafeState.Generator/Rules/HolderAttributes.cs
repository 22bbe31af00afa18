using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE010: an attribute that means nothing where it stands would let its author believe that it does.</summary>
internal static class HolderAttributes
{
    public static void Check(INamedTypeSymbol holder, List<DiagnosticInfo> findings)
    {
        var attribute = HolderSymbols.FindAttribute(holder, HolderSymbols.SharedStateAttribute);
        foreach (var argument in UndefinedValues(attribute))
        {
            Report(findings, Describe.PlaceOfHolder(holder), "SharedState", Describe.Name(holder), $"its {argument} is not defined", $"use one of the members of '{argument}'");
        }

        CheckFields(holder, findings);

        // A holder whose only state is misplaced hears of that instead.
        if (!HolderSymbols.StateFields(holder).Any() && !findings.Any())
        {
            Report(findings, Describe.PlaceOfHolder(holder), "SharedState", Describe.Name(holder), "it holds no state", "give it a private field that is a collection or not readonly, or remove the attribute");
        }
    }

    public static void CheckFields(INamedTypeSymbol holder, List<DiagnosticInfo> findings)
    {
        foreach (var field in HolderSymbols.Fields(holder))
        {
            CheckField(holder, field, findings);
        }
    }

    private static void CheckField(INamedTypeSymbol holder, IFieldSymbol field, List<DiagnosticInfo> findings)
    {
        var state = HolderSymbols.FindAttribute(field, HolderSymbols.StateAttribute);
        var isNotState = HolderSymbols.FindAttribute(field, HolderSymbols.NotStateAttribute) is not null;
        if (isNotState && state is not null)
        {
            Report(findings, Describe.Place(field), "State", field.Name, "[NotState] says the opposite", "keep one of the two");
        }
        else if (isNotState)
        {
            return;
        }
        else if (state is not null && FindWhyNotState(holder, field) is var (why, wayOut))
        {
            Report(findings, Describe.Place(field), "State", field.Name, why, wayOut);
        }
        else if (holder.IsStatic && HolderSymbols.FindAttribute(field, "System.ThreadStaticAttribute") is not null)
        {
            Report(findings, Describe.Place(field), "ThreadStatic", field.Name, "state is shared by all threads", "remove it, or say [NotState]");
        }

        foreach (var argument in UndefinedValues(state))
        {
            Report(findings, Describe.Place(field), "State", field.Name, $"its {argument} is not defined", $"use one of the members of '{argument}'");
        }

        if (state.Argument("Name") is { IsNull: false, Value: string name } && FindFlawInName(name) is { } flaw)
        {
            Report(findings, Describe.Place(field), "State", field.Name, $"its Name \"{name}\" {flaw}", "give the name that the generated property shall have");
        }
    }

    private static (string Why, string WayOut)? FindWhyNotState(INamedTypeSymbol holder, IFieldSymbol field) => field switch
    {
        { IsConst: true } => ("a constant never changes", "remove it"),
        { IsStatic: true } when !holder.IsStatic => ("a static field is no state of an instance", "remove it"),
        { IsReadOnly: true } when !HolderSymbols.IsCollection(field.Type) && !HolderSymbols.IsNode(field.Type) && !HolderSymbols.IsNode(holder) => ("a readonly field never changes", "remove it, or drop 'readonly'"),
        _ => null,
    };

    private static string? FindFlawInName(string name)
    {
        if (name.StartsWith(HolderSymbols.ReservedPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return $"begins with '{HolderSymbols.ReservedPrefix}', which is reserved";
        }

        if (name == "nameof")
        {
            return "would make a call of every 'nameof' in the holder";
        }

        return SyntaxFacts.IsValidIdentifier(name) ? null : "is not an identifier";
    }

    /// <summary>The enums of which an argument has a value that is none of their members.</summary>
    private static IEnumerable<string> UndefinedValues(AttributeData? attribute) =>
        from argument in attribute is null ? Enumerable.Empty<KeyValuePair<string, TypedConstant>>() : attribute.NamedArguments
        where argument.Value is { Kind: TypedConstantKind.Enum, Type: { } type, Value: var value }
            && !type.GetMembers().OfType<IFieldSymbol>().Any(member => member.IsConst && Equals(member.ConstantValue, value))
        select argument.Value.Type!.Name;

    private static void Report(List<DiagnosticInfo> findings, LocationInfo? place, string attribute, string target, string why, string wayOut) =>
        findings.Add(DiagnosticInfo.Create(Descriptors.MeaninglessAttribute, place, attribute, target, why, wayOut));
}
