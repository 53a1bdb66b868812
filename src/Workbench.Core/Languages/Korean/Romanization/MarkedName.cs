namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>What a word of Hangul names, as far as writing it in Latin letters depends on it.</summary>
internal enum NameKind
{
    /// <summary>A word or a name without parts.</summary>
    Word,

    /// <summary>Family name, then given name.</summary>
    Person,

    /// <summary>A name, then the kind of administrative unit: 평성시.</summary>
    Unit,

    /// <summary>A name, then what it is: 백두산.</summary>
    Feature,
}

/// <param name="Name">The word; of a person the family name.</param>
/// <param name="Rest">The given name, the unit or the generic; empty for a word.</param>
internal sealed record MarkedName(NameKind Kind, string Name, string Rest)
{
    public string Whole => Name + Rest;

    /// <summary>The same parts over another spelling of as many syllables.</summary>
    public MarkedName Respelled(string whole) => this with { Name = whole[..Name.Length], Rest = whole[Name.Length..] };
}
