using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SafeState.Generator.Model;

/// <summary>A generated file, or the reason why there is none.</summary>
internal sealed record GeneratedFile(string HintName, string Text, DiagnosticInfo? Failure)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public void AddTo(SourceProductionContext output)
    {
        if (Failure is null)
        {
            output.AddSource(HintName, SourceText.From(Text, Utf8));
        }
        else
        {
            output.ReportDiagnostic(Failure.ToDiagnostic());
        }
    }
}
