using Microsoft.CodeAnalysis;
using SafeState.Generator.Model;
using SafeState.Generator.Parsing;

namespace SafeState.Generator.Rules;

/// <summary>SAFE007: every generated name is free, in the holder and in what it inherits.</summary>
internal static class HolderNames
{
    public static void Check(INamedTypeSymbol holder, List<DiagnosticInfo> findings)
    {
        foreach (var name in GeneratedNames.Fixed(holder).Where(name => GeneratedNames.IsTaken(holder, name)))
        {
            Report(findings, holder, name, holder.GetMembers(name).FirstOrDefault() ?? holder, MeaningOutside(holder, name), HolderSymbols.IsNode(holder) ? "every node has it, so rename the other" : "every holder has it, so rename the other");
        }

        // A field that is not private will be renamed when it becomes so: SAFE002 says how.
        var collisions = GeneratedNames.FindCollisions(holder);
        foreach (var field in collisions.Where(field => field.DeclaredAccessibility == Accessibility.Private))
        {
            var (name, meaning) = GeneratedNames.Of(field)
                .Select(name => (name, Meaning: Meaning(holder, name, field)))
                .FirstOrDefault(candidate => candidate.Meaning is not null);
            Report(
                findings, holder, name ?? GeneratedNames.Property(field), field, meaning ?? "has a meaning of its own in scopes and snapshots",
                $"{WayOut(holder, name, field)}, or choose another name with [State(Name = \"…\")]");
        }
    }

    private static string WayOut(INamedTypeSymbol holder, string? name, IFieldSymbol field)
    {
        if (name == field.Name && HolderMembers.FieldName(field) is var better && better != name && holder.GetMembers(better).IsEmpty)
        {
            return $"rename it '{better}'";
        }

        // What used to read the field is replaced by the property that is generated for it.
        return name is not null && name == GeneratedNames.Property(field) && holder.GetMembers(name).OfType<IPropertySymbol>().Any()
            ? $"remove your '{name}' if the generated one replaces it, rename '{field.Name}'"
            : $"rename '{field.Name}'";
    }

    private static void Report(List<DiagnosticInfo> findings, INamedTypeSymbol holder, string name, ISymbol culprit, string? meaning, string wayOut)
    {
        var place = culprit is INamedTypeSymbol type && SymbolEqualityComparer.Default.Equals(type, holder)
            ? Describe.PlaceOfHolder(holder)
            : Describe.Place(culprit);
        findings.Add(DiagnosticInfo.Create(Descriptors.NameCollision, place, name, Describe.Name(holder), meaning ?? "is taken", wayOut));
    }

    private static string? Meaning(INamedTypeSymbol holder, string name, IFieldSymbol field)
    {
        if (name == field.Name)
        {
            return "is the name of the field itself";
        }

        if (GeneratedNames.Fixed(holder).Contains(name))
        {
            return HolderSymbols.IsNode(holder) ? "is generated for every node" : "is generated for every holder";
        }

        var earlier = HolderSymbols.StateFields(holder)
            .TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, field))
            .FirstOrDefault(other => GeneratedNames.Of(other).Contains(name));
        return MeaningOutside(holder, name) ?? (earlier is null ? null : $"is generated for '{earlier.Name}' too");
    }

    /// <summary>What a name means in the code that people wrote.</summary>
    private static string? MeaningOutside(INamedTypeSymbol holder, string name)
    {
        if (holder.Name == name)
        {
            return "is the name of the holder itself";
        }

        if (holder.TypeParameters.Any(parameter => parameter.Name == name))
        {
            return "is a type parameter of the holder";
        }

        if (!holder.GetMembers(name).IsEmpty)
        {
            return "is a member of the holder already";
        }

        for (var type = holder.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member => member.DeclaredAccessibility != Accessibility.Private))
            {
                return $"is inherited from '{Describe.Name(type)}'";
            }
        }

        return null;
    }
}
