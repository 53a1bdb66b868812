// Korean particles that agree with the sound before them, where a term is put in front of one. Only words that end in Hangul are
// judged here, by the arithmetic of syllables; after figures and letters the check on the server says what has to stand.

/** After a consonant, after a vowel; the longer before those that begin them. */
const pairs = [
  ["으로부터", "로부터"], ["으로서", "로서"], ["으로써", "로써"], ["으로", "로"], ["이라는", "라는"], ["이라고", "라고"],
  ["이나", "나"], ["이며", "며"], ["이란", "란"], ["을", "를"], ["은", "는"], ["과", "와"], ["이", "가"],
];
const rieul = 8;

/** What may follow such a particle in the same word. */
const following = /^(?:의|도|만|는|은|서는|서도)?(?![가-힣])/u;

/**
 * The particle that stands behind the selection of a field and does not agree with a term that is put there.
 * @returns {{written: string, right: string} | null}
 */
export function disagreeing({ value, selectionEnd }, term) {
  const syllable = (term.at(-1) ?? "").charCodeAt(0) - 0xac00;
  if (!(syllable >= 0 && syllable <= 0xd7a3 - 0xac00)) {
    return null;
  }
  const final = syllable % 28;
  const rest = value.slice(selectionEnd);
  for (const [consonant, vowel] of pairs) {
    const written = [consonant, vowel].find((form) => rest.startsWith(form) && following.test(rest.slice(form.length)));
    if (written) {
      const right = final === 0 || (final === rieul && consonant.startsWith("으로")) ? vowel : consonant;
      return right === written ? null : { written, right };
    }
  }
  return null;
}
