using System.Collections;
using System.Reflection;
using Workbench.Core.Storage;

namespace Workbench.TestKit.Storage;

/// <summary>Every string in an entity, wherever it stands.</summary>
public static class EntityTexts
{
    public static IEnumerable<(string Field, string Text)> Of(Entity entity) => Walk(entity, "");

    private static IEnumerable<(string Field, string Text)> Walk(object? value, string field) => value switch
    {
        null => [],
        string text => [(field, text)],
        IEnumerable many => many.Cast<object?>().SelectMany(one => Walk(one, field)),
        _ when IsOurs(value.GetType()) => Members(value)
            .SelectMany(member => Walk(member.Value, field.Length == 0 ? member.Name : $"{field}.{member.Name}")),
        _ => [],
    };

    private static IEnumerable<(string Name, object? Value)> Members(object value) =>
        value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, property.GetValue(value)))
            .Concat(value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance)
                .Select(field => (field.Name, field.GetValue(value))));

    private static bool IsOurs(Type type) => !type.IsEnum
        && (type.Namespace?.StartsWith("Workbench.", StringComparison.Ordinal) == true
            || type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
            || type.FullName!.StartsWith("System.Collections.Generic.KeyValuePair`", StringComparison.Ordinal));
}
