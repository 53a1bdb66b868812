using System.Collections.Immutable;
using Workbench.Core.Languages;
using Workbench.Core.Problems;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Work.Glossaries;
using Workbench.Web.Editor;
using Workbench.Web.Session;

namespace Workbench.Web.Glossary;

/// <summary>Where the form stands.</summary>
public enum FormStatus
{
    /// <summary>It says what the entry says.</summary>
    Clean,

    /// <summary>Something was typed that is not durable yet.</summary>
    Typing,

    /// <summary>What was typed is durable as a draft.</summary>
    Kept,

    /// <summary>What was typed is on the screen only; the workspace cannot write.</summary>
    NotKept,

    /// <summary>The workspace could not save: send it again.</summary>
    Unavailable,

    /// <summary>The entry was changed elsewhere since the form was filled. Nothing was overwritten.</summary>
    Conflict,
}

/// <summary>
/// Edits one entry or makes a new one: holds the form, checks it, warns of duplicates while one types, keeps a draft, and saves on the
/// version that the person saw.
/// </summary>
public sealed class EntryEditor(ProjectTerms terms, IWorkspaceStore store, TimeProvider clock, CurrentActor actor)
{
    private readonly SaveConcept _save = new(store, clock);
    private readonly EntryDrafts _drafts = new(store);
    private CommandId? _unanswered;
    private GlossaryIndex? _index;
    private bool _wasChecked;
    private bool _isSaving;
    private int _typed;
    private ConceptEntryId _newId;
    private ImmutableHashSet<string> _everReferred = [];

    /// <summary>Null while nothing is edited.</summary>
    public EntryForm? Form { get; private set; }

    /// <summary>The entry as it was when the form was filled; null for a new one.</summary>
    public ConceptEntry? Seen { get; private set; }

    /// <summary>The entry as it now is, when it has moved on; null with <see cref="FormStatus.Conflict"/> when it is gone.</summary>
    public ConceptEntry? Theirs { get; private set; }

    public FormStatus Status { get; private set; }

    /// <summary>When the draft that the form began with was kept; null when it began with the entry.</summary>
    public DateTimeOffset? DraftOf { get; private set; }

    /// <summary>Empty until the first try to save; from then on they follow what is typed.</summary>
    public ImmutableArray<FormProblem> Problems { get; private set; } = [];

    public ImmutableArray<TermDuplicate> Duplicates { get; private set; } = [];

    /// <summary>Why the workspace refused; null when it did not.</summary>
    public Problem? Refused { get; private set; }

    /// <param name="entry">Null for a new one.</param>
    /// <param name="glossary">Where a new one goes.</param>
    public async Task BeginAsync(ConceptEntry? entry, GlossaryId glossary, LanguageTag source, LanguageTag target, CancellationToken cancellationToken)
    {
        _index = await terms.IndexAsync(cancellationToken);
        var draft = await _drafts.FindAsync(actor.Id, entry?.Id, cancellationToken);
        Seen = entry;
        Form = draft?.Form ?? (entry is null ? EntryForm.New(glossary, source, target) : EntryForm.Of(entry));
        DraftOf = draft?.At;
        _newId = ConceptEntryId.New();
        _everReferred = [.. entry?.References.Select(reference => reference.ConceptId) ?? []];
        (Theirs, Problems, Refused, _unanswered, _wasChecked) = (null, [], null, null, false);
        Status = draft is null ? FormStatus.Clean : FormStatus.Kept;
        if (draft is not null && entry is not null && draft.BasedOn != entry.Version)
        {
            (Status, Theirs) = (FormStatus.Conflict, entry);
        }

        Look();
    }

    /// <summary>Lets the form go. What was typed stays as a draft.</summary>
    public void End() => (Form, Seen, Theirs, Duplicates, Problems) = (null, null, null, [], []);

    /// <summary>After each change of the form, at once.</summary>
    public void Touch()
    {
        _typed++;
        _unanswered = null;
        Refused = null;
        if (Status is not FormStatus.Conflict)
        {
            Status = FormStatus.Typing;
        }

        Look();
    }

    /// <summary>Makes what was typed durable as a draft.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (Form is null || Status is FormStatus.Clean or FormStatus.Kept)
        {
            return;
        }

        var (form, typed) = (Form, _typed);
        var kept = await _drafts.KeepAsync(
            actor.Id, Seen?.Id, new EntryDraft(form, Seen?.Version ?? EntityVersion.None, clock.GetUtcNow()), cancellationToken);
        // What was typed while it was written down is not in it, and waits for the next time.
        if (ReferenceEquals(form, Form) && typed == _typed && Status is FormStatus.Typing or FormStatus.NotKept)
        {
            Status = kept ? FormStatus.Kept : FormStatus.NotKept;
        }
    }

    /// <summary>Throws away what was typed; the form is filled from the entry as it now is.</summary>
    public async Task DiscardAsync(LanguageTag source, LanguageTag target, CancellationToken cancellationToken)
    {
        await _drafts.ForgetAsync(actor.Id, Seen?.Id, cancellationToken);
        await BeginAsync(Theirs ?? Seen, new GlossaryId(Form?.Glossary ?? ""), source, target, cancellationToken);
    }

    /// <summary>Tells the form that its entry is another now: changed elsewhere, or gone.</summary>
    public void Notice(ConceptEntry? current)
    {
        if (Form is null || Seen is null || _isSaving || current?.Version == Seen.Version)
        {
            return;
        }

        (Theirs, Status) = (current, FormStatus.Conflict);
    }

    /// <summary>Bases what was typed on the entry as it now is, so that saving puts it in its place; history keeps both.</summary>
    public void TakeMine()
    {
        (Seen, Theirs, Status) = (Theirs, null, FormStatus.Typing);
        _unanswered = null;
    }

    /// <returns>The saved entry; null when it was not saved: <see cref="Problems"/>, <see cref="Refused"/> or <see cref="Status"/> say why.</returns>
    public async Task<ConceptEntry?> SaveAsync(CancellationToken cancellationToken)
    {
        // A key that is held down asks again and again; the first save is under way.
        if (Form is null || _isSaving || Status == FormStatus.Conflict)
        {
            return null;
        }

        _wasChecked = true;
        Look();
        if (!Problems.IsEmpty)
        {
            return null;
        }

        var entry = Form.ToEntry(Seen, _newId);
        if (Seen is not null && IsSame(entry, Seen))
        {
            await _drafts.ForgetAsync(actor.Id, Seen.Id, cancellationToken);
            var same = Seen;
            End();
            return same;
        }

        // The same act sent again after no answer is the same command, which the store answers once.
        var command = _unanswered ??= CommandId.New();
        _isSaving = true;
        try
        {
            return await TakeAsync(await _save.RunAsync(command, actor.Id, Seen, entry, cancellationToken), cancellationToken);
        }
        finally
        {
            _isSaving = false;
        }
    }

    /// <summary>The entry that a reference being typed names; null when there is none of this id.</summary>
    public ConceptEntry? Find(string conceptId) => Form is null ? null : _index?.Find(new GlossaryId(Form.Glossary), conceptId.Trim());

    /// <summary>What a reference may mean while it is being typed, best first; the entry itself is not among them.</summary>
    public ImmutableArray<ConceptEntry> Suggest(string text) => Form is null || _index is null || text.Trim().Length == 0
        ? []
        :
        [
            .. _index.Search(new ConceptQuery(text.Trim()) { Glossaries = [new GlossaryId(Form.Glossary)], Take = 6 }).Matches
                .Select(match => match.Concept).Where(entry => entry.Id != Seen?.Id).Take(5),
        ];

    private async Task<ConceptEntry?> TakeAsync(GlossaryResult result, CancellationToken cancellationToken)
    {
        switch (result.Outcome)
        {
            case GlossaryOutcome.Saved:
                await _drafts.ForgetAsync(actor.Id, Seen?.Id, cancellationToken);
                End();
                return result.Current;
            case GlossaryOutcome.Conflict:
                (Theirs, Status) = (result.Current, FormStatus.Conflict);
                await KeepAsync(cancellationToken);
                return null;
            case GlossaryOutcome.Rejected:
                (Refused, _unanswered) = (result.Problem, null);
                return null;
            default:
                Status = FormStatus.Unavailable;
                return null;
        }
    }

    private static bool IsSame(ConceptEntry entry, ConceptEntry seen) =>
        entry.Languages.SequenceEqual(seen.Languages)
        && entry.References.SequenceEqual(seen.References)
        && (entry with { Languages = seen.Languages, References = seen.References }) == seen;

    private void Look()
    {
        if (Form is null || _index is null)
        {
            return;
        }

        var glossary = new GlossaryId(Form.Glossary);
        Problems = _wasChecked
            ? EntryFormRules.Check(Form, id => _everReferred.Contains(id) || _index.Find(glossary, id) is not null)
            : [];
        Duplicates =
        [
            .. from language in Form.Languages
               from term in language.Terms
               where !term.IsRemoved && term.Wording == Wording.Official && LanguageTag.TryParse(language.Language, out _)
               from entry in _index.FindDuplicates(LanguageTag.Of(language.Language), term.Text, Seen?.Id, glossary)
               select new TermDuplicate(term.Key, entry),
        ];
    }
}
