using System.Globalization;
using Workbench.Core;
using Workbench.Core.Languages;

namespace Workbench.Web.Glossary;

/// <summary>Short names of languages, for columns and headings: the norms of Korean by their codes.</summary>
internal static class ShortLanguageNames
{
    public static string Of(LanguageTag language) =>
        Strings.Find($"Glossary_Language_{language.Value}", CultureInfo.CurrentUICulture)
        ?? LanguageNames.Of(language, CultureInfo.CurrentUICulture);
}
