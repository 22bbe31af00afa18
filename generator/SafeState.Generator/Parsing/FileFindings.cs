using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>What was found at the nodes of one file.</summary>
internal sealed class FileFindings
{
    private readonly Dictionary<Question, (object? Answer, Footing Footing)> _answers = [];

    /// <summary>The answer to a question about a place, which must follow from the file and from what the program declares.</summary>
    public TAnswer Remember<TAnswer>(SyntaxNode place, string asker, string detail, Func<(TAnswer, Footing)> ask)
    {
        var question = new Question(place, asker, detail);
        lock (_answers)
        {
            if (_answers.TryGetValue(question, out var known))
            {
                return (TAnswer)known.Answer!;
            }
        }

        var (answer, footing) = ask();
        lock (_answers)
        {
            _answers[question] = (answer, footing);
        }

        return answer;
    }

    /// <summary>What is still known after an edit of other files.</summary>
    public FileFindings After(DeclarationEdit edit)
    {
        var kept = new FileFindings();
        lock (_answers)
        {
            foreach (var known in _answers)
            {
                if (edit.Leaves(known.Value.Footing))
                {
                    kept._answers.Add(known.Key, known.Value);
                }
            }
        }

        return kept;
    }

    private readonly record struct Question(SyntaxNode Place, string Asker, string Detail)
    {
        // Few questions are asked of one place, and its position is at hand.
        public override int GetHashCode() => Place.FullSpan.Start;
    }
}
