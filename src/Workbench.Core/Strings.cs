namespace Workbench.Core;

/// <summary>
/// Names the one resource set that people's text comes from: <c>Strings.resx</c> in English, <c>Strings.ko.resx</c> in Korean
/// (ko-KR spelling). Keys begin with their area: <c>Problem_</c>, <c>Check_</c>, <c>Editor_</c>, <c>Glossary_</c> …
/// </summary>
public sealed class Strings
{
    private Strings()
    {
    }
}
