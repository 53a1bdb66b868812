using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Problems;

namespace Workbench.Core.Terminology;

/// <summary>Reads one file of <see cref="GlossaryText"/>, and goes on after a problem so that all of them are told at once.</summary>
/// <param name="part">The file's name, for places.</param>
/// <param name="places">Where each concept id was met, over all files.</param>
internal sealed partial class GlossaryTextReader(string part, Dictionary<string, Place> places, List<Problem> problems)
{
    private readonly ImmutableArray<ConceptEntry>.Builder _entries = ImmutableArray.CreateBuilder<ConceptEntry>();
    private readonly List<(LanguageTag Language, TermSection Term)> _terms = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private ConceptEntry? _entry;
    private int _line;
    private bool _headed;

    public ImmutableArray<ConceptEntry> Read(string text)
    {
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            _line++;
            Take(line.EndsWith('\r') ? line[..^1] : line);
        }

        Finish();
        if (!_headed)
        {
            Report("glossary-header", ("expected", GlossaryText.Header));
        }

        return _entries.ToImmutable();
    }

    private void Take(string line)
    {
        if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
        {
            return;
        }

        if (!_headed)
        {
            _headed = true;
            if (line != GlossaryText.Header)
            {
                Report("glossary-header", ("expected", GlossaryText.Header));
            }

            return;
        }

        var indent = line.Length - line.TrimStart(' ').Length;
        switch (indent)
        {
            case 0:
                Begin(line);
                break;
            case 2 when _entry is not null && KeyAndValue(line[2..]) is var (key, value):
                TakeFact(key, value);
                break;
            case 4 when _terms.Count > 0 && KeyAndValue(line[4..]) is var (key, value):
                _terms[^1] = (_terms[^1].Language, TakeTermFact(_terms[^1].Term, key, value));
                break;
            default:
                Report("glossary-line", ("line", line.Trim()));
                break;
        }
    }

    private void Begin(string line)
    {
        Finish();
        if (line.Any(char.IsWhiteSpace))
        {
            Report("glossary-line", ("line", line));
            return;
        }

        var concept = GlossaryFacts.Unescape(line);
        if (!places.TryAdd(concept, new Place(_line, 0, part)))
        {
            Report("glossary-duplicate-concept", ("concept", concept), ("line", places[concept].Line));
        }

        _entry = new ConceptEntry { Id = new(""), GlossaryId = new(""), ConceptId = concept };
    }

    private void Finish()
    {
        if (_entry is { } entry)
        {
            _entries.Add(entry with
            {
                Languages =
                [
                    .. _terms.GroupBy(term => term.Language)
                        .Select(group => new LanguageSection(group.Key, [.. group.Select(term => term.Term)])),
                ],
            });
        }

        _entry = null;
        _terms.Clear();
        _seen.Clear();
    }

    private void TakeFact(string key, string value)
    {
        var entry = _entry!;
        if (key == GlossaryTextKeys.Property)
        {
            _entry = entry with { Properties = AddProperty(entry.Properties, value) };
        }
        else if (GlossaryTextKeys.Parse<ReferenceKind>(key) is { } kind)
        {
            _entry = entry with { References = entry.References.Add(GlossaryFacts.ReadReference(kind, value)) };
        }
        else if (LanguageKey.IsMatch(key) && LanguageTag.TryParse(key, out var language))
        {
            BeginTerm(language, value);
        }
        else if (IsFirst("", key))
        {
            _entry = key switch
            {
                GlossaryTextKeys.SubjectField => entry with { SubjectField = value },
                GlossaryTextKeys.Definition => entry with { Definition = value },
                GlossaryTextKeys.DefinitionSource => entry with { DefinitionSource = value },
                GlossaryTextKeys.DefinitionReliability => entry with { DefinitionReliability = Word<Reliability>(key, value) },
                GlossaryTextKeys.Note => entry with { Note = value },
                GlossaryTextKeys.Source => entry with { Source = value },
                _ => Unknown(key, entry),
            };
        }
    }

    private void BeginTerm(LanguageTag language, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Report("glossary-value", ("key", language.Value), ("value", text));
        }

        _terms.Add((language, new TermSection { Text = text }));
        _seen.RemoveWhere(seen => seen.StartsWith("term ", StringComparison.Ordinal));
    }

    private TermSection TakeTermFact(TermSection term, string key, string value)
    {
        if (key == GlossaryTextKeys.Property)
        {
            return term with { Properties = AddProperty(term.Properties, value) };
        }

        return !IsFirst("term ", key) ? term : key switch
        {
            GlossaryTextKeys.PartOfSpeech => term with { PartOfSpeech = value },
            GlossaryTextKeys.Type => term with { Type = Word<TermType>(key, value) },
            GlossaryTextKeys.Status => term with { Status = Word<AdministrativeStatus>(key, value) },
            GlossaryTextKeys.Process => term with { ProcessStatus = Word<ProcessStatus>(key, value) },
            GlossaryTextKeys.Wording => term with { Wording = Word<Wording>(key, value) },
            GlossaryTextKeys.Case => term with { CaseSensitive = value == GlossaryTextKeys.CaseExact || Refuse(key, value) },
            GlossaryTextKeys.ValidFrom => term with { ValidFrom = Date(key, value) },
            GlossaryTextKeys.ValidTo => term with { ValidTo = Date(key, value) },
            GlossaryTextKeys.Hanja => term with { Hanja = value },
            GlossaryTextKeys.Context => term with { Context = value },
            GlossaryTextKeys.ContextSource => term with { ContextSource = value },
            GlossaryTextKeys.UsageNote => term with { UsageNote = value },
            GlossaryTextKeys.Source => term with { Source = value },
            GlossaryTextKeys.Reliability => term with { Reliability = Word<Reliability>(key, value) },
            GlossaryTextKeys.Attestation => term with { Attestation = value },
            _ => Unknown(key, term),
        };
    }

    private ImmutableArray<Property> AddProperty(ImmutableArray<Property> properties, string value)
    {
        if (GlossaryFacts.TryReadProperty(value, out var property))
        {
            return properties.Add(property);
        }

        Report("glossary-value", ("key", GlossaryTextKeys.Property), ("value", value));
        return properties;
    }

    /// <summary>Whether the key was not yet met in this concept or term; reports it when it was.</summary>
    private bool IsFirst(string scope, string key)
    {
        if (_seen.Add(scope + key))
        {
            return true;
        }

        Report("glossary-duplicate-key", ("key", key));
        return false;
    }

    private T Word<T>(string key, string value) where T : struct, Enum
    {
        if (GlossaryTextKeys.Parse<T>(value) is { } word)
        {
            return word;
        }

        Refuse(key, value);
        return default;
    }

    private PartialDate Date(string key, string value)
    {
        if (!PartialDatePattern.IsMatch(value))
        {
            Refuse(key, value);
        }

        return new PartialDate(value);
    }

    private bool Refuse(string key, string value)
    {
        Report("glossary-value", ("key", key), ("value", value));
        return false;
    }

    private T Unknown<T>(string key, T unchanged)
    {
        Report("glossary-key", ("key", key));
        return unchanged;
    }

    private void Report(string code, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        problems.Add(new Problem(code, arguments).At(new Place(_line, 0, part)));

    private static (string Key, string Value)? KeyAndValue(string fact)
    {
        var colon = fact.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || (colon + 1 < fact.Length && fact[colon + 1] != ' '))
        {
            return null;
        }

        var key = fact[..colon];
        var value = fact[Math.Min(colon + 2, fact.Length)..];
        return (key, HasParts(key) ? value : GlossaryFacts.Unescape(value));
    }

    /// <summary>Whether a value consists of parts, which are told apart before each is unescaped.</summary>
    private static bool HasParts(string key) =>
        key == GlossaryTextKeys.Property || GlossaryTextKeys.Parse<ReferenceKind>(key) is not null;

    /// <summary>No other key begins with two or three letters and ends there or goes on after a hyphen.</summary>
    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageKey { get; }

    [GeneratedRegex(@"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PartialDatePattern { get; }
}
