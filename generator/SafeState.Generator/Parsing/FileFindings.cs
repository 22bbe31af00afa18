using Microsoft.CodeAnalysis;

namespace SafeState.Generator.Parsing;

/// <summary>What was found at the nodes of one file.</summary>
internal sealed class FileFindings
{
    private readonly Dictionary<Question, object?> _answers = [];

    /// <summary>The answer to a question about a place, which must follow from the file and from what the program declares.</summary>
    public TAnswer Remember<TAnswer>(SyntaxNode place, string asker, string detail, Func<TAnswer> ask)
    {
        var question = new Question(place, asker, detail);
        lock (_answers)
        {
            if (_answers.TryGetValue(question, out var known))
            {
                return (TAnswer)known!;
            }
        }

        var answer = ask();
        lock (_answers)
        {
            _answers[question] = answer;
        }

        return answer;
    }

    private readonly record struct Question(SyntaxNode Place, string Asker, string Detail)
    {
        // Few questions are asked of one place, and its position is at hand.
        public override int GetHashCode() => Place.FullSpan.Start;
    }
}
