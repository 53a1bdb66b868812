// Inline codes in a text that is typed: ⟦1⟧ alone, ⟦1› … ‹1⟧ in pairs (Core's CodeNotation). They behave as one character.

const token = /⟦[^⟦⟧‹›\s]{1,40}[⟧›]|‹[^⟦⟧‹›\s]{1,40}⟧/gu;

/** @returns places of the tokens in the text, in order. */
export function tokensOf(text) {
  return text.includes("⟦") || text.includes("⟧")
    ? [...text.matchAll(token)].map((found) => ({ start: found.index, end: found.index + found[0].length, text: found[0] }))
    : [];
}

/** Where the caret goes when it has landed inside a token: its nearer end. */
export function outside(text, at) {
  const inside = tokensOf(text).find(({ start, end }) => start < at && at < end);
  return !inside ? at : at - inside.start < inside.end - at ? inside.start : inside.end;
}
