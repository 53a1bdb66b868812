using System.Globalization;
using LiteDB;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Storage.Codecs;

/// <summary>
/// Writes the fields of one record. What has its default value is left out. Every text passes <see cref="TextGate"/> here, so
/// that nothing on the way to the disk can fail later.
/// </summary>
/// <param name="entity">The key of the entity, for the problem that names it.</param>
internal sealed class FieldWriter(string entity, string path = "")
{
    public BsonDocument Document { get; } = [];

    /// <exception cref="TextRefusedException">It holds a lone surrogate or U+0000.</exception>
    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Document[name] = Checked(name, value);
        }
    }

    public void Number(string name, long value)
    {
        if (value != 0)
        {
            Document[name] = value;
        }
    }

    public void Flag(string name, bool value)
    {
        if (value)
        {
            Document[name] = true;
        }
    }

    /// <summary>By the member's name: a renamed member is a schema step.</summary>
    public void Choice<T>(string name, T value) where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            Document[name] = value.ToString();
        }
    }

    /// <summary>As UTC ticks: 100 ns since the year 1.</summary>
    public void Time(string name, DateTimeOffset value) => Number(name, value.UtcTicks);

    public void Time(string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            Document[name] = time.UtcTicks;
        }
    }

    /// <summary>As ISO 8601: <c>1953-07-27</c>.</summary>
    public void Day(string name, DateOnly? value) => Text(name, value?.ToString("O", CultureInfo.InvariantCulture));

    public void Language(string name, LanguageTag value) => Text(name, value == default ? "" : value.Value);

    public void Version(string name, EntityVersion value)
    {
        if (value != default)
        {
            Document[name] = new BsonArray { value.Epoch, value.Sequence };
        }
    }

    /// <summary>A text without codes is a string; with codes, a record of both.</summary>
    public void Inline(string name, InlineText value)
    {
        if (value.Codes.IsEmpty)
        {
            Text(name, value.Text);
            return;
        }

        Part(name, part =>
        {
            part.Text("t", value.Text);
            part.Parts("c", value.Codes, WriteCode);
        });
    }

    public void Texts(string name, IEnumerable<string> values)
    {
        var written = new BsonArray(values.Select(value => new BsonValue(Checked(name, value))));
        if (written.Count > 0)
        {
            Document[name] = written;
        }
    }

    /// <summary>As pairs: a document's field names are not told apart by case.</summary>
    public void Map(string name, IEnumerable<KeyValuePair<string, string>> pairs) =>
        Texts(name, pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => (string[])[pair.Key, pair.Value]));

    public void Part(string name, Action<FieldWriter> write)
    {
        var part = new FieldWriter(entity, PathOf(name));
        write(part);
        if (part.Document.Count > 0)
        {
            Document[name] = part.Document;
        }
    }

    public void Parts<T>(string name, IReadOnlyCollection<T> values, Action<FieldWriter, T> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        var written = new BsonArray();
        foreach (var value in values)
        {
            var part = new FieldWriter(entity, PathOf(name));
            write(part, value);
            written.Add(part.Document);
        }

        Document[name] = written;
    }

    /// <summary>An argument of a problem: a text, a number or a truth keeps its type, anything else its words.</summary>
    public void Argument(string name, object value)
    {
        switch (value)
        {
            case bool truth: Document[name] = truth; break;
            case int number: Document[name] = number; break;
            case long number: Document[name] = number; break;
            case double number: Document[name] = number; break;
            case decimal number: Document[name] = number; break;
            default: Document[name] = Checked(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }

    private static void WriteCode(FieldWriter fields, InlineCode code)
    {
        fields.Text("i", code.Id);
        fields.Choice("k", code.Kind);
        fields.Number("o", code.Offset);
        fields.Text("r", code.Reads);
        fields.Text("d", code.DataRef);
        fields.Text("s", code.Display);
        fields.Text("t", code.Type);
        fields.Flag("x", code.CanDelete);
    }

    private string Checked(string name, string value) => TextGate.FirstRefused(value) is { } at
        ? throw new TextRefusedException(ChangeSetRules.NotStorable(entity, PathOf(name), at))
        : value;

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
