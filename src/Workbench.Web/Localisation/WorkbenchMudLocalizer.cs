using Microsoft.Extensions.Localization;
using MudBlazor;
using Workbench.Core;

namespace Workbench.Web.Localisation;

/// <summary>MudBlazor's own words from our resources; MudBlazor brings them in English only. A key that we lack stays MudBlazor's.</summary>
internal sealed class WorkbenchMudLocalizer(IStringLocalizer<Strings> strings) : MudLocalizer
{
    public override LocalizedString this[string key] => strings[key];

    public override LocalizedString this[string key, params object[] arguments] => strings[key, arguments];
}
