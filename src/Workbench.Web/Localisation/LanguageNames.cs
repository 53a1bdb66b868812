using System.Globalization;
using Microsoft.Extensions.Localization;
using Workbench.Core;
using Workbench.Core.Languages;

namespace Workbench.Web.Localisation;

/// <summary>
/// What a language is called in the interface. The two norms of Korean are named by their codes, 조선말(ko-KP) and 한국어(ko-KR), so
/// that neither is the plain one.
/// </summary>
internal static class LanguageNames
{
    public static string Of(LanguageTag language, IStringLocalizer<Strings> strings)
    {
        var own = strings[$"Language_{language.Value}"];
        if (!own.ResourceNotFound)
        {
            return own;
        }

        try
        {
            var culture = CultureInfo.GetCultureInfo(language.Value, predefinedOnly: true);

            return $"{culture.DisplayName} ({language})";
        }
        catch (CultureNotFoundException)
        {
            return Core.Languages.LanguageNames.Of(language, CultureInfo.CurrentUICulture);
        }
    }
}
