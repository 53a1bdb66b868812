using System.Collections.Immutable;
using System.Globalization;
using LiteDB;
using Workbench.Core.Languages;
using Workbench.Core.Storage;
using Workbench.Core.Text;

namespace Workbench.Storage.Codecs;

/// <summary>Reads what <see cref="FieldWriter"/> wrote. What is not there has its default value.</summary>
internal sealed class FieldReader(BsonDocument document)
{
    public string Text(string name) => document[name] is { IsString: true } value ? value.AsString : "";

    public long Number(string name) => document[name] is { IsNumber: true } value ? value.AsInt64 : 0;

    public bool Flag(string name) => document[name] is { IsBoolean: true } value && value.AsBoolean;

    public T Choice<T>(string name) where T : struct, Enum =>
        document[name] is { IsString: true } value ? Enum.Parse<T>(value.AsString) : default;

    public DateTimeOffset Time(string name) => new(Number(name), TimeSpan.Zero);

    public DateTimeOffset? TimeOrNull(string name) => document[name].IsNumber ? Time(name) : null;

    public DateOnly? Day(string name) =>
        Text(name) is { Length: > 0 } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null;

    public LanguageTag Language(string name) => Text(name) is { Length: > 0 } tag ? LanguageTag.Of(tag) : default;

    public EntityVersion Version(string name) => document[name] is { IsArray: true } value
        ? new EntityVersion(value.AsArray[0].AsInt32, value.AsArray[1].AsInt64)
        : default;

    public InlineText Inline(string name)
    {
        if (document[name] is not { IsDocument: true } value)
        {
            return InlineText.Of(Text(name));
        }

        var fields = new FieldReader(value.AsDocument);
        return InlineText.Of(fields.Text("t"), fields.Parts("c", ReadCode).AsSpan());
    }

    public ImmutableArray<string> Texts(string name) =>
        document[name] is { IsArray: true } values ? [.. values.AsArray.Select(value => value.AsString)] : [];

    public ImmutableDictionary<string, string> Map(string name) => Texts(name).Chunk(2).ToImmutableDictionary(
        pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The fields of a part; none when it is not there.</summary>
    public FieldReader Part(string name) => new(document[name] is { IsDocument: true } value ? value.AsDocument : []);

    public ImmutableArray<T> Parts<T>(string name, Func<FieldReader, T> read) => document[name] is { IsArray: true } values
        ? [.. values.AsArray.Select(value => read(new FieldReader(value.AsDocument)))]
        : [];

    public object Argument(string name) => document[name].RawValue;

    private static InlineCode ReadCode(FieldReader fields) => new()
    {
        Id = fields.Text("i"),
        Kind = fields.Choice<InlineCodeKind>("k"),
        Offset = (int)fields.Number("o"),
        Reads = fields.Text("r"),
        DataRef = fields.Text("d"),
        Display = fields.Text("s"),
        Type = fields.Text("t"),
        CanDelete = fields.Flag("x"),
    };
}
