// What one segment's text was, step by step. The script owns undo because a text that is put in by a command is no step to
// the browser. Typing is taken back in bursts, everything else one act at a time.

const burst = 800;
const most = 300;

export class UndoHistory {
  #steps;
  #at = 0;
  #kind = "";
  #time = 0;

  constructor(text) {
    this.#steps = [{ text, start: text.length, end: text.length }];
  }

  /** The text as it is after an act. A burst of one kind of typing is one step; composing a syllable never ends in the middle. */
  record(text, start, end, kind, now = Date.now()) {
    if (text === this.#steps[this.#at].text) {
      Object.assign(this.#steps[this.#at], { start, end });
      return;
    }
    const joins = kind !== "act" && kind === this.#kind && now - this.#time < burst && this.#at > 0;
    this.#steps.length = this.#at + (joins ? 0 : 1);
    this.#steps.push({ text, start, end });
    if (this.#steps.length > most) {
      this.#steps.shift();
    }
    this.#at = this.#steps.length - 1;
    this.#kind = kind;
    this.#time = now;
  }

  undo() {
    this.#kind = "";
    return this.#at === 0 ? null : this.#steps[--this.#at];
  }

  redo() {
    this.#kind = "";
    return this.#at === this.#steps.length - 1 ? null : this.#steps[++this.#at];
  }
}
