using System.Globalization;
using Microsoft.Playwright;
using Workbench.Browser.Tests.Fixture;
using Workbench.Core.Documents;
using Workbench.Core.Languages;
using Workbench.Core.Memory;
using Workbench.Core.Storage;
using Workbench.Core.Terminology;
using Workbench.Core.Text;
using Workbench.Storage;

namespace Workbench.Browser.Tests.Editor;

/// <summary>A document in an app of the test's own, and the hands of a translator on its page.</summary>
public sealed class Desk(IPage page)
{
    public const string OfficialTerm = "조선민주주의인민공화국";

    /// <summary>Writes a project with one document of short sentences straight into the app's workspace; the app is stopped meanwhile.</summary>
    /// <returns>The path of the document's page.</returns>
    public static async Task<string> WithDocumentAsync(AppProcess app, int segments, CancellationToken cancellationToken)
    {
        await app.StopAsync(cancellationToken);
        DocumentId document;
        await using (var workspace = await Workspace.OpenAsync(new DataFolder(app.Data), TimeProvider.System, cancellationToken))
        {
            document = await WriteAsync(workspace, segments, cancellationToken);
        }

        await app.StartAgainAsync(cancellationToken);

        return $"/documents/{document}";
    }

    /// <summary>Puts a pair that an earlier job left into every memory of the app's workspace; the app is stopped meanwhile.</summary>
    public static async Task WithRememberedAsync(AppProcess app, string source, string target, CancellationToken cancellationToken)
    {
        await app.StopAsync(cancellationToken);
        await using (var workspace = await Workspace.OpenAsync(new DataFolder(app.Data), TimeProvider.System, cancellationToken))
        {
            var units = (await workspace.Store.ListAsync<TranslationMemory>(Entity.Workspace, cancellationToken)).Select(memory => new TranslationUnit
            {
                Id = TranslationUnitId.New(),
                MemoryId = memory.Id,
                Source = InlineText.Of(source),
                Target = InlineText.Of(target),
                CreatedBy = workspace.Actor,
                CreatedAt = TimeProvider.System.GetUtcNow(),
            });
            var result = await workspace.Store.CommitAsync(
                new ChangeSet(CommandId.New(), workspace.Actor, [.. units.Select(Operation.Create)]), cancellationToken);
            Assert.True(result.IsDurable, result.ToString());
        }

        await app.StartAgainAsync(cancellationToken);
    }

    public ILocator Field => page.Locator(".wb-field-text");

    public ILocator Row(int number) => page.Locator($".wb-row[data-number='{number}']");

    public async Task UseAsync(int number)
    {
        await Row(number).Locator(".wb-row-target").ClickAsync();
        await InUseAsync(number);
    }

    public Task InUseAsync(int number) => page.Locator($".wb-row[data-number='{number}'][data-in-use]").WaitForAsync();

    public Task ReadyAsync() => page.Locator(".wb-row[data-in-use]").First.WaitForAsync();

    /// <summary>Selects a word of a row's source, drawing the mouse over it.</summary>
    public async Task SelectInSourceAsync(int number, string text)
    {
        var box = await Row(number).Locator(".wb-source-text").EvaluateAsync<float[]>(
            """
            (source, text) => {
              source.scrollIntoView({ block: "nearest" });
              const walker = document.createTreeWalker(source, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(text);
                if (at >= 0) {
                  const range = document.createRange();
                  range.setStart(walker.currentNode, at);
                  range.setEnd(walker.currentNode, at + text.length);
                  const box = range.getClientRects()[0];
                  return [box.left, box.right, box.top + box.height / 2];
                }
              }
              return [];
            }
            """,
            text);
        Assert.True(box.Length == 3, $"The source of {number} has no “{text}” in one run.");
        await page.Mouse.MoveAsync(box[0] + 1, box[2]);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box[1] - 1, box[2], new MouseMoveOptions { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>By key, as one who knows the number.</summary>
    public async Task GoToAsync(int number)
    {
        await page.Keyboard.PressAsync("Control+g");
        await page.GetByRole(AriaRole.Spinbutton).FillAsync(number.ToString(CultureInfo.InvariantCulture));
        await page.Keyboard.PressAsync("Enter");
        await InUseAsync(number);
        await Assertions.Expect(Field).ToBeFocusedAsync();
    }

    /// <param name="top">In pixels; what is more than the list has is its end.</param>
    public Task ScrollToAsync(int top) => page.EvaluateAsync("top => document.querySelector('.wb-list').scrollTop = top", top);

    /// <summary>Waits until the workspace has the text in the row, and the page knows it.</summary>
    public async Task SavedAsync(int number, string text)
    {
        await Assertions.Expect(Row(number)).ToHaveAttributeAsync("data-text", text);
        await SettledAsync();
    }

    /// <summary>Waits until nothing is on its way.</summary>
    public Task SettledAsync() => page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(key => key.startsWith('workbench.outbox'))");

    public Task<string> TextAsync() => Field.InputValueAsync();

    private static async Task<DocumentId> WriteAsync(Workspace workspace, int segments, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        var glossary = new Core.Terminology.Glossary { Id = GlossaryId.New(), Name = "Terms" };
        var memory = new TranslationMemory
        {
            Id = MemoryId.New(),
            Name = "Memory",
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
        };
        var project = new Project
        {
            Id = ProjectId.New(),
            Name = "Browser tests",
            SourceLanguage = LanguageTag.English,
            TargetLanguage = LanguageTag.KoreanNorth,
            Glossaries = [glossary.Id],
            Memories = [memory.Id],
            CreatedAt = now,
        };
        var document = new Document
        {
            Id = DocumentId.New(),
            ProjectId = project.Id,
            FileName = "trade.txt",
            FormatId = "plain-text",
            OriginalBlob = await workspace.Blobs.PutAsync(new MemoryStream("trade"u8.ToArray()), cancellationToken),
            Publication = new Publication { Title = "Foreign trade", Name = "Foreign Trade of the DPRK" },
            ImportedAt = now,
        };
        List<Operation> operations =
        [
            Operation.Create(glossary),
            Operation.Create(Concept(glossary.Id)),
            Operation.Create(memory),
            Operation.Create(project),
            Operation.Create(document),
        ];
        for (var index = 0; index < segments; index++)
        {
            var unit = new Unit { Id = UnitId.New(), DocumentId = document.Id, Index = index, Parts = [$"p{index}"] };
            operations.Add(Operation.Create(unit));
            operations.Add(Operation.Create(new Segment
            {
                Id = SegmentId.New(),
                DocumentId = document.Id,
                UnitId = unit.Id,
                Position = index * Segment.PositionStep,
                Source = SourceOf(index),
                IsHeading = index == 0,
            }));
        }

        foreach (var part in operations.Chunk(400))
        {
            var result = await workspace.Store.CommitAsync(new ChangeSet(CommandId.New(), workspace.Actor, part), cancellationToken);
            Assert.True(result.IsDurable, result.ToString());
        }

        return document.Id;
    }

    /// <summary>The third has a pair of codes, the last two are alike, the others are numbered.</summary>
    private static InlineText SourceOf(int index) => index switch
    {
        0 => InlineText.Of("Foreign trade"),
        2 => InlineText.Of(
            "A bold word.",
            new InlineCode { Id = "1", Kind = InlineCodeKind.Start, Offset = 2 },
            new InlineCode { Id = "1", Kind = InlineCodeKind.End, Offset = 6 }),
        3 or 4 => InlineText.Of("Trade of the DPRK has grown."),
        _ => InlineText.Of($"Sentence number {index + 1} of the article."),
    };

    private static ConceptEntry Concept(GlossaryId glossary) => new()
    {
        Id = ConceptEntryId.New(),
        GlossaryId = glossary,
        ConceptId = "NK-test",
        Definition = "The state in the north of Korea.",
        Languages =
        [
            new LanguageSection(LanguageTag.English, [new TermSection { Text = "DPRK", CaseSensitive = true }]),
            new LanguageSection(
                LanguageTag.KoreanNorth,
                [new TermSection { Text = OfficialTerm, Hanja = "朝鮮民主主義人民共和國", Reliability = Reliability.High }]),
        ],
    };
}
