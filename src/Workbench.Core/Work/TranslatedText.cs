using System.Collections.Immutable;
using Workbench.Core.Documents;
using Workbench.Core.Exchange;
using Workbench.Core.Text;

namespace Workbench.Core.Work;

/// <summary>Puts the segments of a unit together again, each with its target or with what stands for an untranslated one.</summary>
internal sealed class TranslatedText(Project project, TranslationOptions options)
{
    private readonly string[] _mark = Strings.Get("Export_Untranslated_Mark", ExportHead.CultureOf(options.InterfaceLanguage))
        .Split("{source}", 2);

    public bool IsTranslated(Segment segment) => !segment.Target.IsEmpty && options.States.Contains(segment.Shown);

    public TranslatedBlock Of(Unit unit, ImmutableArray<Segment> segments)
    {
        var isTouched = segments.Any(IsTranslated) || (options.Untranslated != UntranslatedText.Source && !segments.IsEmpty);

        return new TranslatedBlock(unit, Join(segments), isTouched);
    }

    private InlineText Join(ImmutableArray<Segment> segments)
    {
        var written = ImmutableArray.CreateBuilder<InlineText>();
        Segment? last = null;
        foreach (var segment in segments)
        {
            if (TextOf(segment) is not { IsEmpty: false } text)
            {
                continue;
            }

            if (last is not null)
            {
                written.Add(InlineText.Of(Between(last, segment)));
            }

            written.Add(text);
            last = segment;
        }

        return InlineText.Join(written.ToArray());
    }

    private InlineText TextOf(Segment segment) => (IsTranslated(segment), options.Untranslated) switch
    {
        (true, _) => segment.Target,
        (_, UntranslatedText.Empty) => InlineText.Empty,
        (_, UntranslatedText.Marked) => InlineText.Join(InlineText.Of(_mark[0]), segment.Source, InlineText.Of(_mark[^1])),
        _ => segment.Source,
    };

    /// <summary>What parts two sentences in the source; where that is nothing, the target's language may want a space.</summary>
    private string Between(Segment one, Segment next) =>
        one.Trailing.Length > 0 || project.SourceLanguage.PartsSentencesBySpace || !project.TargetLanguage.PartsSentencesBySpace
        || !(IsTranslated(one) || IsTranslated(next))
            ? one.Trailing
            : " ";
}
