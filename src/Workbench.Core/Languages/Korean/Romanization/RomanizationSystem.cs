namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// A way to write Korean in Latin letters. Sources: the DPRK's "Rules of Latin Alphabetic Transcription of the Korean Language" in
/// the editions given to the United Nations conferences on geographical names of 2002 (E/CONF.94/INF.72) and 2012
/// (E/CONF.101/CRP.15); McCune and Reischauer 1939 as BGN/PCGN use it for the DPRK, and the form of the ALA-LC tables; the Revised
/// Romanization of the ROK's Ministry of Culture and Tourism, Notice 2000-8. The press's own style has no published rules: it is
/// the 2002 rules without marks, and a table of forms counted in print.
/// </summary>
public enum RomanizationSystem
{
    /// <summary><c>dprk</c>: the rules of 2012, ㅚ as oi.</summary>
    Dprk,

    /// <summary><c>dprk-2002</c>: the rules of 2002, ㅚ as oe.</summary>
    Dprk2002,

    /// <summary><c>dprk-press</c>: as English publications of the DPRK write.</summary>
    DprkPress,

    /// <summary><c>mr</c>: McCune–Reischauer over the DPRK's spelling, initial ㄹ kept.</summary>
    McCuneReischauer,

    /// <summary><c>mr-alalc</c>: McCune–Reischauer as libraries write it, over the reading of the South.</summary>
    McCuneReischauerAlaLc,

    /// <summary><c>rr</c>: Revised Romanization, the syllables of a given name joined.</summary>
    Revised,

    /// <summary><c>rr-hyphen</c>: Revised Romanization, the syllables of a given name parted by hyphens.</summary>
    RevisedHyphenated,
}
