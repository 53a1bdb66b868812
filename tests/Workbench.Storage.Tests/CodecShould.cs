using Workbench.Core.Documents;
using Workbench.Core.Problems;
using Workbench.Core.Terminology;
using Workbench.Core.Text;

namespace Workbench.Storage.Tests;

public sealed class CodecShould
{
    /// <summary>
    /// These words are on people's disks. One that is renamed needs a schema step that rewrites what is stored; one that is
    /// put in first place changes what a left-out field means.
    /// </summary>
    [Theory]
    [InlineData(typeof(SegmentState), "Initial Translated Reviewed Final")]
    [InlineData(typeof(TargetOrigin), "Typed Memory Term Source Repetition Import Restored")]
    [InlineData(typeof(UnitKind), "Paragraph Heading")]
    [InlineData(typeof(WordingPolicy), "Official Neutral OfficialWithNotes")]
    [InlineData(typeof(InlineCodeKind), "Placeholder Start End")]
    [InlineData(typeof(Severity), "Warning Error")]
    [InlineData(typeof(AdministrativeStatus), "Preferred Admitted Deprecated Superseded")]
    [InlineData(typeof(ProcessStatus), "Approved Proposed Rejected")]
    [InlineData(typeof(TermType), "FullForm Abbreviation Variant Phrase")]
    [InlineData(typeof(Wording), "Official Neutral Literal")]
    [InlineData(typeof(Reliability), "Unverified Low Medium High")]
    [InlineData(typeof(ReferenceKind), "Related Broader Narrower SucceededBy Succeeds")]
    public void Keep_the_words_that_are_on_disk(Type choices, string words)
    {
        var kept = words.Split(' ');

        Assert.Equal(kept[0], Enum.GetName(choices, 0));
        Assert.Empty(kept.Except(Enum.GetNames(choices)));
    }
}
