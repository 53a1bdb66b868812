using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Core.Problems;
using Workbench.Core.Storage;

namespace Workbench.TestKit.Storage;

/// <summary>An entity as text, to compare two of them in depth: records compare their arrays by reference.</summary>
public static class EntitySnapshot
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SortedDictionary(), new ProblemInWords() },
    };

    public static string Of(Entity? entity) => entity is null ? "null" : JsonSerializer.Serialize(entity, entity.GetType(), Options);

    /// <summary>Operations with their images, as a <see cref="Change"/> holds them.</summary>
    public static string Of(Change change) => string.Join('\n', change.Operations.Select(
        operation => $"{Of(operation.Before)} -> {Of(operation.After)} {operation.Unconditional}")
        .Prepend($"{change.Sequence} {change.Command} {change.Actor} {change.UndoGroup} {change.At:O}"));

    /// <summary>A dictionary has no order, a text has.</summary>
    private sealed class SortedDictionary : JsonConverter<ImmutableDictionary<string, string>>
    {
        public override ImmutableDictionary<string, string> Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(
            Utf8JsonWriter writer, ImmutableDictionary<string, string> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (key, text) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.WriteString(key, text);
            }

            writer.WriteEndObject();
        }
    }

    private sealed class ProblemInWords : JsonConverter<Problem>
    {
        public override Problem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Problem value, JsonSerializerOptions options) =>
            writer.WriteStringValue(
                $"{value.Severity} {value} {string.Join(' ', value.Arguments.Select(argument => argument.Value.GetType().Name))}");
    }
}
